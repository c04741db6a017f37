using SynthData.Diagnostics;

namespace SynthData.Testing;

/// <summary>Finds files that a test names by a relative path, whatever folder the tests are run from.</summary>
/// <remarks>
/// Looked at in this order: the folder of the source file that calls, so that an edit is seen without a build; the folder the tests run in, where
/// files copied to the output are; the folders above that, the nearest first, for builds that do not keep the paths of their sources.
/// The working folder plays no part: it differs between a shell, an editor and a build server.
/// </remarks>
internal static class SchemaPath
{
    /// <summary>Gives the full path of a schema.</summary>
    /// <exception cref="FixtureException">There is none at any of the places (SD8421).</exception>
    public static string Find(string schema, string callerFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(schema);
        string[] places = [.. Places(schema, callerFile)];
        return Array.Find(places, File.Exists) ?? throw new FixtureException(FixtureDiagnostics.SchemaNotFound.At(null, schema, string.Join(", ", places)));
    }

    /// <summary>Gives the full path of a file or folder of data; that of the first place looked at where there is none.</summary>
    public static string FindData(string path, string callerFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] places = [.. Places(path, callerFile)];
        return Array.Find(places, Path.Exists) ?? places[0];
    }

    private static IEnumerable<string> Places(string path, string callerFile)
    {
        if (Path.IsPathFullyQualified(path))
            return [path];
        var places = new List<string>();
        if (Path.GetDirectoryName(callerFile) is { Length: > 0 } source && Path.IsPathFullyQualified(source))
            places.Add(Path.GetFullPath(path, source));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            places.Add(Path.GetFullPath(path, folder.FullName));
        return places.Distinct(StringComparer.Ordinal);
    }
}
