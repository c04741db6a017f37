using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>Tells a schema that is not there from one that is wrong.</summary>
internal static class SchemaFile
{
    /// <exception cref="SchemaException">The bag holds errors, or the file is not there or cannot be read.</exception>
    public static void ThrowUnlessReadable(string path, DiagnosticBag bag)
    {
        if (Directory.Exists(path))
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, "it is a folder.");
        else if (!File.Exists(path))
            bag.Add(UsageDiagnostics.FileNotFound, position: null, path, Suggestion.For(path, Neighbours(path)));
        else
            AddUnlessOpens(path, bag);
        bag.ThrowIfErrors();
    }

    private static void AddUnlessOpens(string path, DiagnosticBag bag)
    {
        try
        {
            using FileStream opened = File.OpenRead(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, refused.Message);
        }
    }

    private static IEnumerable<string> Neighbours(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder))
            return [];
        return Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => folder == "." ? Path.GetFileName(file) : file);
    }
}
