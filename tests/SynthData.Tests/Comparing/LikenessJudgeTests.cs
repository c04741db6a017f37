using System.Globalization;
using DuckDB.NET.Data;
using SynthData.Comparing;
using SynthData.Output;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Comparing;

/// <summary>Measures of whole tables against what DuckDB computes of the same files.</summary>
public sealed class LikenessJudgeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDBConnection duck = new("DataSource=:memory:");

    public LikenessJudgeTests()
    {
        duck.Open();
        Generate("a", seed: 1);
        Generate("b", seed: 2);
        foreach (string side in (string[])["a", "b"])
            Execute($"CREATE TABLE {side} AS SELECT * FROM read_csv('{folder.At(side)}/tickets.csv', header = true, nullstr = '')");
    }

    public void Dispose()
    {
        duck.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Distances_of_shares_and_numbers_are_those_of_a_database()
    {
        TableLikeness table = (await Compared.FilesAsync(folder.At("a/tickets.csv"), folder.At("b/tickets.csv"))).Table("tickets");
        foreach (string category in (string[])["channel", "topic", "mood", "priority", "status"])
            Assert.Equal(TotalVariation(category), table.Value(category, Measure.TotalVariation).Distance, 9);
        foreach (string number in (string[])["customer", "rating", "opened_at", "solved_at"])
            Assert.Equal(KolmogorovSmirnov(number), table.Value(number, Measure.KolmogorovSmirnov).Distance, 9);
        Assert.Equal(Number("SELECT median(rating) FROM a"), table.Value("rating", Measure.KolmogorovSmirnov).A);
        Assert.Equal(Number("SELECT 1 - count(solved_at) / count(*) FROM b"), table.Value("solved_at", Measure.Nulls).B!.Value, 9);
    }

    [Fact]
    public async Task Texts_are_as_long_and_as_different_as_a_database_finds_them()
    {
        string schema = Repository.PathOf("schemas/support-tickets.yaml");
        TableLikeness table = (await Compared.FilesAsync(folder.At("a"), folder.At("b"), Dataset.Open(schema))).Table("tickets");
        int rows = (int)Number("SELECT least((SELECT count(*) FROM a), (SELECT count(*) FROM b))");
        Assert.Equal(CellClass.Text, table.Column("body").Class);

        // All rows of the shorter table are measured, and as many of the longer.
        string shorter = Number("SELECT count(*) FROM a") == rows ? "a" : "b";
        MeasuredValue distinct = table.Value("body", Measure.Distinct);
        Assert.Equal(Number($"SELECT count(DISTINCT body) / count(*) FROM {shorter}"), (shorter == "a" ? distinct.A : distinct.B)!.Value, 9);
        MeasuredValue length = table.Value("body", Measure.Length);
        Assert.Equal(Number($"SELECT avg(length(body)) FROM {shorter}"), (shorter == "a" ? length.A : length.B)!.Value, 9);
    }

    [Fact]
    public async Task Ranks_correlate_as_in_a_database()
    {
        TableLikeness table = (await Compared.FilesAsync(folder.At("a/tickets.csv"), folder.At("b/tickets.csv"))).Table("tickets");
        PairLikeness pair = table.Pairs.Single(pair => (pair.First, pair.Second) == ("customer", "rating"));
        Assert.True(pair.IsRanked);
        Assert.Equal(RankCorrelation("a", "customer", "rating"), pair.A, 9);
        Assert.Equal(RankCorrelation("b", "customer", "rating"), pair.B, 9);
    }

    [Fact]
    public void The_readme_names_every_measure() =>
        Assert.All(Measure.Names.Where(name => !name.StartsWith(Measure.MaskedPrefix, StringComparison.Ordinal)), name =>
            Assert.Contains($"`{name}`", File.ReadAllText(Repository.PathOf("docs", "compare.md")), StringComparison.Ordinal));

    [Fact]
    public async Task A_dataset_is_like_itself_whatever_format_holds_them()
    {
        Generate("parquet", seed: 1, "parquet");
        Generate("jsonl", seed: 1, "jsonl");
        foreach (string format in (string[])["parquet", "jsonl"])
        {
            LikenessReport report = await Compared.FilesAsync(folder.At("a"), folder.At(format));
            Assert.Empty(report.Notes);
            Assert.Equal(["customers", "products", "replies", "tickets"], report.Tables.Select(table => table.Name));
            Assert.All(report.Tables.SelectMany(table => table.Columns), column => Assert.All(column.Values, value => Assert.Equal(0, value.Distance)));
            Assert.All(report.Tables.SelectMany(table => table.Pairs), pair => Assert.Equal(0, pair.Distance));
            Assert.Equal(CellClass.Moment, report.Table("tickets").Column("opened_at").Class);
        }
    }

    private void Generate(string side, ulong seed, string format = "csv")
    {
        GenerationPlan plan = Dataset.Open(Repository.PathOf("schemas/support-tickets.yaml")).Plan(new GenerationRequest { Seed = seed, Text = TextSource.Fallback });
        plan.WriteAsync(OutputTarget.Folder(folder.At(side)), new RunOptions { Format = format }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private double TotalVariation(string column) => Number($"""
        WITH p AS (SELECT {column} AS x, count(*) / sum(count(*)) OVER () AS share FROM a GROUP BY 1),
             q AS (SELECT {column} AS x, count(*) / sum(count(*)) OVER () AS share FROM b GROUP BY 1)
        SELECT sum(abs(coalesce(p.share, 0) - coalesce(q.share, 0))) / 2 FROM p FULL JOIN q ON p.x = q.x
        """);

    private double KolmogorovSmirnov(string column) => Number($"""
        WITH steps AS (SELECT {column} AS x, 1 / count(*) OVER () AS up FROM a WHERE {column} IS NOT NULL
                       UNION ALL SELECT {column}, -1 / count(*) OVER () FROM b WHERE {column} IS NOT NULL),
             places AS (SELECT x, sum(up) AS up FROM steps GROUP BY x)
        SELECT max(abs(apart)) FROM (SELECT sum(up) OVER (ORDER BY x) AS apart FROM places)
        """);

    private double RankCorrelation(string table, string first, string second) => Number($"""
        WITH known AS (SELECT {first} AS x, {second} AS y FROM {table} WHERE {first} IS NOT NULL AND {second} IS NOT NULL),
             ranked AS (SELECT rank() OVER (ORDER BY x) + (count(*) OVER (PARTITION BY x) - 1) / 2 AS rx,
                               rank() OVER (ORDER BY y) + (count(*) OVER (PARTITION BY y) - 1) / 2 AS ry FROM known)
        SELECT corr(rx, ry) FROM ranked
        """);

    private double Number(string sql)
    {
        using DuckDBCommand command = duck.CreateCommand();
        command.CommandText = sql;
        return Convert.ToDouble(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
