using System.Text.RegularExpressions;

namespace SynthData.Tests.Documents;

/// <summary>A fenced block of a page, with the words behind its language: <c>```yaml file=shop.yaml</c>.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="Words">Those behind it.</param>
/// <param name="Text">What stands in the block, with its last line break.</param>
/// <param name="End">Where the line behind the fence begins.</param>
internal sealed partial record FencedBlock(string Language, IReadOnlyList<string> Words, string Text, int End)
{
    /// <summary>The file the block is written to; null where it is none.</summary>
    public string? File => this["file"];

    /// <summary>What stands behind <c>NAME=</c>; null where it does not.</summary>
    public string? this[string name] => Words.FirstOrDefault(word => word.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];

    public static IEnumerable<FencedBlock> All(string page)
    {
        foreach (Match match in Fence().Matches(page))
        {
            string[] words = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new FencedBlock(words.FirstOrDefault() ?? "", [.. words.Skip(1)], match.Groups[2].Value, match.Index + match.Length);
        }
    }

    [GeneratedRegex(@"^```([^`\n]*)\n(.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
