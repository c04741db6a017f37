using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>What may be a name.</summary>
internal static class Names
{
    private const int MaxLength = 63;

    private const string Plain = "a letter or '_', then letters, digits or '_', 63 characters at most";

    /// <summary>Says whether a text is <c>[A-Za-z_][A-Za-z0-9_]{0,62}</c>.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxLength
        && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>Reports a key that cannot name a table, a param or the like.</summary>
    public static bool CheckPlain(MapEntry entry, string kind, SchemaReading reading)
    {
        if (entry.Text is { } name && IsPlain(name))
            return true;
        reading.Report(SchemaDiagnostics.BadName, entry.Position, entry.Text ?? "[…]", kind, Plain);
        return false;
    }

    /// <summary>Reads the name of a column, or the several of a composite reference; empty when it cannot be one.</summary>
    public static IReadOnlyList<string> OfColumn(MapEntry entry, SchemaReading reading)
    {
        string[] names = entry.Text?.Split(',', StringSplitOptions.TrimEntries) ?? [""];
        bool isQuoted = entry.Key is ScalarNode { IsQuoted: true };
        foreach (string name in names)
        {
            if (IsPlain(name) || (isQuoted && name.Length is > 0 and <= MaxLength && !name.Any(char.IsControl)))
                continue;
            string expected = isQuoted ? "1 to 63 characters without commas and control characters" : $"{Plain}, or any other in quotes";
            reading.Report(SchemaDiagnostics.BadName, entry.Position, name, "column", expected);
            return [];
        }

        return names;
    }
}
