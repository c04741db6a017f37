using System.Collections.Immutable;
using System.Globalization;

namespace SynthData.Sources.Local.Entities;

/// <summary>Reads the word lists that ship inside the assembly.</summary>
/// <remarks>
/// UTF-8, <c>#</c> starts a comment, <c>[name]</c> a section; a line of a section is a weight and what has it. The files' bytes
/// are part of the generator's promise: a change of them is a new generator version.
/// </remarks>
internal sealed class WordFile
{
    private readonly Dictionary<string, List<(long Weight, string Text)>> sections = [];

    private WordFile(string name)
    {
        List<(long, string)> lines = sections[""] = [];
        foreach (string line in Lines(name))
        {
            if (line.StartsWith('['))
            {
                lines = sections[line[1..^1]] = [];
                continue;
            }

            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            lines.Add((long.Parse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture), line[(blank + 1)..]));
        }
    }

    /// <summary>Reads the sections of a file such as <c>nl-NL-people</c>.</summary>
    public static WordFile Read(string name) => new(name);

    /// <summary>Gives the lines of a file that are neither empty nor comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    public static Stream Open(string name) =>
        typeof(WordFile).Assembly.GetManifestResourceStream($"Words/{name}.txt")
        ?? throw new InvalidOperationException($"The word list '{name}' is not in the assembly.");

    public bool Has(string section) => sections.ContainsKey(section);

    /// <summary>The lines of a section, each whole.</summary>
    public IReadOnlyList<(long Weight, string Text)> Section(string section) => sections[section];

    /// <summary>The entries of a section whose lines list several with commas between, each with its line's weight.</summary>
    public WeightedTexts Words(string section) => new(Entries(section));

    public ImmutableArray<(string Text, long Weight)> Entries(string section) =>
        [.. sections[section].SelectMany(line => line.Text.Split(", ").Select(text => (text, line.Weight)))];
}
