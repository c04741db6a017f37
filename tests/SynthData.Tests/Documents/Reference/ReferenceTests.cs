using System.Text.RegularExpressions;
using SynthData.Catalogue;
using SynthData.Schema.Reading;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Reference;

/// <summary>The pages of the reference: one for each keyword, with facts from the code and examples that are made.</summary>
public class ReferenceTests
{
    private static readonly Dictionary<string, ReferencePage> Pages =
        Chapter.All.SelectMany(ReferencePage.All).ToDictionary(page => Path.GetRelativePath(Repository.PathOf("docs", "reference"), page.Path).Replace('\\', '/'));

    public static TheoryData<string> Names => [.. Pages.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Groups => [.. SemanticPage.Groups];

    public static TheoryData<string> Chapters => [.. Chapter.All.Select(chapter => chapter.Folder)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Every_keyword_has_a_page_and_every_page_a_keyword(string folder)
    {
        Chapter chapter = Chapter.All.Single(one => one.Folder == folder);
        string[] documented = [.. ReferencePage.All(chapter).SelectMany(page => page.Keywords)];
        Assert.Equal(chapter.Keywords.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_editors_schema_and_the_catalogue_know_the_keys_that_the_reader_takes()
    {
        Assert.Equal(ColumnKeys.All.Order(StringComparer.Ordinal), EditorSchema.Column.Select(key => key.Key).Order(StringComparer.Ordinal));
        Assert.Equal(SourceKinds.All.Select(kind => kind.Keyword).Order(StringComparer.Ordinal), ColumnKeys.Sources.Append("distribution").Order(StringComparer.Ordinal));
        Assert.Equal(DatasetReader.Known.Order(StringComparer.Ordinal), EditorSchema.Dataset.Select(key => key.Key).Order(StringComparer.Ordinal));
        Assert.Equal(TableReader.Known.Order(StringComparer.Ordinal), EditorSchema.Table.Select(key => key.Key).Order(StringComparer.Ordinal));
        Assert.Equal(RuleReader.Kinds.Order(StringComparer.Ordinal), EditorSchema.Rules.Select(key => key.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_page_is_what_the_code_and_its_example_give(string name) =>
        Snapshot.MatchFile(await Pages[name].RenderAsync(), Pages[name].Path);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_is_named_after_its_keyword_and_shows_it_at_work(string name)
    {
        ReferencePage page = Pages[name];
        Assert.Equal($"{page.Keywords[0]}.md", Path.GetFileName(page.Path));
        Assert.NotEmpty(page.Examples);
        Assert.All(page.Keywords, keyword => Assert.Contains(page.Examples, example =>
            example.Text.Contains($"{keyword}:", StringComparison.Ordinal) || example.Text.Contains($"{keyword}(", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_names_every_key_that_may_stand_inside(string name)
    {
        ReferencePage page = Pages[name];
        Assert.All(page.Inside, key => Assert.True(
            Regex.IsMatch(page.Prose, $"`{key}`|[`{{ ]{key}:"), $"{name} says nothing of `{key}`."));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void The_page_of_a_group_of_semantic_types_is_the_catalogues(string group) => Snapshot.MatchFile(SemanticPage.Render(group), SemanticPage.PathOf(group));

    [Fact]
    public async Task The_page_of_distributions_is_the_catalogues() => Snapshot.MatchFile(await DistributionPage.RenderAsync(), DistributionPage.Path);

    [Fact]
    public void The_front_page_lists_every_page() => Snapshot.MatchFile(ReferenceIndex.Render(), ReferenceIndex.Path);
}
