using System.Text.RegularExpressions;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

/// <summary>Every link of every page leads somewhere: to a file, and to a heading of it. Addresses on the web are not called.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "examples", "schemas", "src" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_link_is_dead(string page)
    {
        string path = Repository.PathOf(page.Split('/'));
        string text = Fence().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "");
        foreach (string target in Link().Matches(text).Select(match => match.Groups[1].Value))
        {
            if (target.StartsWith("https://", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0]));
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{page} links to {target}, which is not there.");
            if (parts.Length > 1)
                Assert.True(Anchors(file).Contains(parts[1]), $"{page} links to {target}, but there is no such heading.");
        }
    }

    // As GitHub makes them of headings: small letters, digits, '-' and '_', blanks as '-'.
    private static HashSet<string> Anchors(string file) =>
    [
        .. Heading().Matches(Fence().Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), "")).Select(match =>
            string.Concat(match.Groups[1].Value.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-')),
    ];

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
