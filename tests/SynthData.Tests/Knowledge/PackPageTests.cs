using System.Text;
using SynthData.Knowledge;
using SynthData.Tests.Language;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Knowledge;

/// <summary>The page of each pack: what it is, how it is taken, and the first 20 rows of its sample in each language.</summary>
public class PackPageTests
{
    private const int Rows = 20;

    private static readonly Dictionary<string, (string Name, string Locale)> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = ("English", "en-US"),
        ["ru"] = ("Russian", "ru-RU"),
        ["de"] = ("German", "de-DE"),
    };

    public static TheoryData<string> Packs => [.. KnowledgePacks.Names];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task The_page_shows_what_the_sample_makes(string pack)
    {
        string folder = Repository.PathOf("schemas", "packs", pack);
        var page = new StringBuilder();
        KnowledgeFile first = KnowledgePacks.Find(pack, KnowledgePacks.LocalesOf(pack).Contains("en") ? "en" : KnowledgePacks.LocalesOf(pack)[0])!;
        page.Append($"# Pack: {pack}\n\n{first.About} Written by hand.\n\n");
        foreach (KnowledgeColumn column in first.Columns)
            page.Append($"- `{column.Key}` by {Conditions(column)}\n");
        string use = await File.ReadAllTextAsync(Path.Combine(folder, "sample.knowledge.yaml"), TestContext.Current.CancellationToken);
        page.Append($"\nTaken for the prompt columns of [sample.yaml](sample.yaml) by a file beside it:\n\n```yaml\n{use.ReplaceLineEndings("\n").TrimEnd()}\n```\n");
        foreach (string language in Languages.Keys.Where(KnowledgePacks.LocalesOf(pack).Contains))
        {
            page.Append($"\n## {Languages[language].Name}\n\n");
            await AppendRowsAsync(page, Path.Combine(folder, "sample.yaml"), Languages[language].Locale);
        }

        Snapshot.MatchFile(page.ToString(), Path.Combine(folder, "README.md"));
    }

    private static string Conditions(KnowledgeColumn column) => string.Join("; ", column.Given.Select(given =>
    {
        IEnumerable<string> values = column.Pools.SelectMany(pool => pool.When.Where(one => one.Column.Text == given.Text).SelectMany(one => one.Values))
            .Concat(column.Pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Odds.Where(odds => odds.Column.Text == given.Text)).SelectMany(odds => odds.Factors.Select(factor => factor.Value)))
            .Select(value => value.Text).Distinct();
        string named = string.Join(", ", values);
        return named.Length == 0 ? $"`{given.Text}`" : $"`{given.Text}` ({named})";
    }));

    private static async Task AppendRowsAsync(StringBuilder page, string schema, string locale)
    {
        Dataset dataset = Dataset.Open(schema, new Dictionary<string, string> { ["locale"] = locale });
        MadeTable made = await Made.RowsAsync(dataset.Plan(new GenerationRequest { Text = TextSource.Knowledge }), dataset.Tables[0]);
        string[] columns = [.. made.Columns];
        page.Append($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => " --- |"))}\n");
        foreach (string?[] row in made.Rows(columns).Take(Rows))
            page.Append($"| {string.Join(" | ", row.Select(cell => (cell ?? "").Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)))} |\n");
    }
}
