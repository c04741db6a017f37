using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

/// <summary>The guide and the recipes of the cookbook: each is followed in an empty folder, and shows what was printed.</summary>
public class WalkthroughTests
{
    public static TheoryData<string> Pages =>
    [
        "docs/guide.md",
        .. Directory.EnumerateFiles(Repository.PathOf("docs", "cookbook"), "*.md").Order(StringComparer.Ordinal)
            .Select(path => $"docs/cookbook/{Path.GetFileName(path)}").Where(page => page != "docs/cookbook/README.md"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Following_the_page_gives_what_it_shows(string page)
    {
        string path = Repository.PathOf(page.Split('/'));
        Snapshot.MatchFile(await Walkthrough.RenderAsync(path), path);
    }

    [Fact]
    public void The_cookbook_lists_every_recipe()
    {
        string list = File.ReadAllText(Repository.PathOf("docs", "cookbook", "README.md"));
        Assert.All(Pages.Select(page => page.Data).Where(page => page != "docs/guide.md"), page => Assert.Contains($"({Path.GetFileName(page)})", list, StringComparison.Ordinal));
    }
}
