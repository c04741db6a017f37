namespace SynthData.Cli.Arguments;

/// <summary>Names that other programs have for what is called otherwise here.</summary>
internal static class FamiliarName
{
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["--out"] = "-o",
        ["--output"] = "-o",
        ["--output-dir"] = "-o",
        ["--out-dir"] = "-o",
        ["-f"] = "--format",
        ["--force"] = "--overwrite",
        ["-n"] = "--rows",
        ["--count"] = "--rows",
        ["--num-rows"] = "--rows",
        ["--limit"] = "-n",
        ["--rows"] = "-n",
        ["-s"] = "--seed",
        ["-t"] = "--tables",
        ["-q"] = "--quiet",
        ["-v"] = "--verbose",
        ["-V"] = "--version",
        ["help"] = "--help",
        ["version"] = "--version",
    };

    /// <summary>Gives our name where it is one of the known ones.</summary>
    public static string? Find(string word, IEnumerable<string> known) =>
        Ours.TryGetValue(word, out string? ours) && known.Contains(ours) ? ours : null;
}
