using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>Tells a schema that is not there from one that is wrong.</summary>
internal static class SchemaFile
{
    private const int MostNamed = 5;

    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <exception cref="SchemaException">The bag holds errors, or the file is not there or cannot be read.</exception>
    public static void ThrowUnlessReadable(string path, DiagnosticBag bag)
    {
        if (InputPath.AddUnlessFile(path, bag, Meant(path)))
            bag.Add(UsageDiagnostics.UnreadableFile, position: null, path, "it is a pipe, and a schema is read more than once; write it to a file first.");
        bag.ThrowIfErrors();
    }

    // The file that is nearly named so, else the few there are, else how to get one.
    private static string Meant(string path)
    {
        string[] there = Neighbours(path);
        // By their names alone: a long folder would make all files in it alike.
        if (Suggestion.Nearest(Path.GetFileName(path), there.Select(file => Path.GetFileName(file))) is { } near)
            return $" Did you mean '{there.First(file => Path.GetFileName(file) == near)}'?";
        return there.Length switch
        {
            0 => " 'synthdata init' writes a schema to start from.",
            <= MostNamed => $" In that folder: {string.Join(", ", there)}.",
            _ => "",
        };
    }

    private static string[] Neighbours(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { IgnoreInaccessible = true })
                .Where(file => Endings.Contains(Path.GetExtension(file)) && !file.EndsWith(".knowledge.yaml", StringComparison.Ordinal) && !file.EndsWith(".schema.json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => folder == "." ? Path.GetFileName(file) : file),
        ];
    }
}
