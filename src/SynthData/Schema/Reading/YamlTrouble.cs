using System.Text.RegularExpressions;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Says in our words why a text is not YAML, for the slips people make most.</summary>
internal static partial class YamlTrouble
{
    public static void Report(SourceText source, SchemaReading reading, long lineNumber, long columnNumber, string message)
    {
        SourcePosition place = source.At(lineNumber, columnNumber);
        if (ProseScan.Find(source, place.Line) is { } found)
        {
            reading.Report(found.IsBrace ? SchemaDiagnostics.BraceInText : SchemaDiagnostics.ColonInText, found.Position, found.Key, found.Text);
            return;
        }

        if (source.Line(place.Line).Contains('\t', StringComparison.Ordinal) || source.Line(place.Line + 1).StartsWith('\t'))
            message = "a tab stands where only blanks may indent.";
        reading.Report(SchemaDiagnostics.YamlSyntax, place, Sentence(message));
    }

    private static string Sentence(string message)
    {
        string text = Place().Replace(message, "").Trim().TrimEnd('.');
        return text.Length == 0 ? "unknown trouble" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex(@"\(?Line: \d+.*$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
