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

        bool isNear = source.Line(place.Line).Contains('\t', StringComparison.Ordinal) || source.Line(place.Line + 1).StartsWith('\t');
        if (isNear || message.Contains("tab as indentation", StringComparison.Ordinal))
        {
            message = "a tab stands where only blanks may indent.";
            place = IndentingTab(source, place) ?? place;
        }

        reading.Report(SchemaDiagnostics.YamlSyntax, place, Sentence(message));
    }

    // The parser names the place where the map around it begins.
    private static SourcePosition? IndentingTab(SourceText source, SourcePosition from)
    {
        for (int number = from.Line; number <= source.LineCount; number++)
        {
            string line = source.Line(number);
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(line[..tab]))
                return source.At(number, tab + 1);
        }

        return null;
    }

    private static string Sentence(string message)
    {
        string text = Place().Replace(message, "").Trim().TrimEnd('.');
        return text.Length == 0 ? "unknown trouble" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex(@"\(?Line: \d+.*$", RegexOptions.Singleline)]
    private static partial Regex Place();
}
