using System.Text.RegularExpressions;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

/// <summary>The fenced blocks of a document at the top of the repository.</summary>
internal static partial class Markdown
{
    public static IReadOnlyList<string> Blocks(string document, string language) =>
    [
        .. Fence().Matches(File.ReadAllText(Repository.PathOf(document)).ReplaceLineEndings("\n"))
            .Where(match => match.Groups[1].Value == language)
            .Select(match => match.Groups[2].Value),
    ];

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
