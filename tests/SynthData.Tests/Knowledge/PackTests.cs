using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Tests.Language;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Knowledge;

public class PackTests
{
    public static TheoryData<string, string> Packs => [.. KnowledgePacks.Names.SelectMany(pack => KnowledgePacks.LocalesOf(pack).Select(locale => (pack, locale)))];

    [Fact]
    public void Every_pack_of_the_repository_ships_and_no_other()
    {
        string[] folders = [.. Directory.GetDirectories(Repository.PathOf("schemas", "packs")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

        Assert.Equal(folders.Where(folder => Directory.GetFiles(Repository.PathOf("schemas", "packs", folder), "??.yaml").Length > 0), KnowledgePacks.Names);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Each_is_read_without_a_word_and_says_what_it_is(string pack, string locale)
    {
        string path = Repository.PathOf("schemas", "packs", pack, $"{locale}.yaml");
        var bag = new DiagnosticBag();

        KnowledgeFile file = KnowledgeReader.ReadFile(path, bag)!;

        Assert.Empty(bag);
        Assert.Equal((pack, locale), (file.Pack, file.Locale));
        Assert.NotNull(file.About);
        Assert.All(file.Columns, column => Assert.Contains(column.Pools, pool => pool.When.IsEmpty));
        Assert.All(file.Columns.SelectMany(column => column.Pools).SelectMany(pool => pool.Entries), entry => Assert.Equal(KnowledgeAuthor.Hand, entry.By));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Each_language_has_the_columns_conditions_and_values_of_the_others(string pack, string locale)
    {
        KnowledgeFile first = KnowledgePacks.Find(pack, KnowledgePacks.LocalesOf(pack)[0])!;
        KnowledgeFile file = KnowledgePacks.Find(pack, locale)!;

        Assert.Equal(first.Columns.Select(Given), file.Columns.Select(Given));
        Assert.Equal(Told(first), Told(file));

        static string Given(KnowledgeColumn column) => $"{column.Key}: {string.Join(", ", column.Given.Select(given => given.Text))}";

        // By pools, odds or items of lists, whichever a language does best with.
        static IEnumerable<string> Told(KnowledgeFile file)
        {
            KnowledgePool[] pools = [.. file.Columns.SelectMany(column => column.Pools)];
            IEnumerable<PoolCondition> conditions = pools.SelectMany(pool => pool.When).Concat(file.Lists.Values.SelectMany(list => list.Items).SelectMany(item => item.When));
            IEnumerable<EntryOdds> odds = pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Odds);
            return conditions.SelectMany(one => one.Values.Select(value => $"{one.Column.Text}={value.Text}"))
                .Concat(odds.SelectMany(one => one.Factors.Select(factor => $"{one.Column.Text}={factor.Value.Text}")))
                .Distinct().Order(StringComparer.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task The_sample_of_each_is_made_in_each_language(string pack, string locale)
    {
        string folder = Repository.PathOf("schemas", "packs", pack);
        string schema = await File.ReadAllTextAsync(Path.Combine(folder, "sample.yaml"), TestContext.Current.CancellationToken);
        string knowledge = await File.ReadAllTextAsync(Path.Combine(folder, "sample.knowledge.yaml"), TestContext.Current.CancellationToken);
        using var made = new TemporaryFolder();
        made.Write("sample.knowledge.yaml", knowledge);

        Dataset dataset = Dataset.Open(made.Write("sample.yaml", schema), new Dictionary<string, string> { ["locale"] = locale == "en" ? "en-US" : $"{locale}-{locale.ToUpperInvariant()}" });
        MadeTable rows = await Made.RowsAsync(dataset.Plan(new GenerationRequest { Text = TextSource.Knowledge }), dataset.Tables[0]);

        Assert.True(rows.Count > 0);
    }
}
