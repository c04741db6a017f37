using System.Text.RegularExpressions;

namespace SynthData.Tests.Documents;

/// <summary>What the tests write into a page, between two marks that readers do not see.</summary>
internal static partial class GeneratedPart
{
    /// <summary>Puts a text between the marks; it follows a line.</summary>
    public static string Of(string text) => $"\n<!-- generated: SYNTHDATA_UPDATE=1 with the tests rewrites it -->\n\n{text.TrimEnd('\n')}\n\n<!-- end -->\n";

    /// <summary>Gives a page as a hand wrote it.</summary>
    public static string Without(string page) => Marked().Replace(page.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\n<!-- generated[^\n]*-->\n.*?\n<!-- end -->\n", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
