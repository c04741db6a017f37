using System.Globalization;
using SynthData.Benchmarks.TwoSample;
using SynthData.Comparing.Sampling;

namespace SynthData.Tests.TwoSample;

/// <summary>What a classifier finds between tables that are alike by making, and that are not.</summary>
public sealed class TwoSampleTests : IDisposable
{
    private const int Rows = 2_000;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rows_of_one_recipe_are_not_told_apart()
    {
        TwoSampleResult result = await RunAsync(Write("a", row => $"{Draw(row, 0)},{Kind(Draw(row, 1))}"), Write("b", row => $"{Draw(row, 2)},{Kind(Draw(row, 3))}"));
        Assert.Equal((Rows / 2, Rows / 2), (result.Learnt, result.HeldOut));
        Assert.InRange(result.Area, 0.5 - (4 * result.Chance), 0.5 + (4 * result.Chance));
    }

    [Fact]
    public async Task A_table_is_not_told_from_itself()
    {
        string file = Write("a", row => $"{Draw(row, 0)},{Kind(Draw(row, 1))}");
        Assert.Equal(0.5, (await RunAsync(file, file)).Area);
    }

    [Fact]
    public async Task Numbers_that_are_moved_tell_rows_apart()
    {
        TwoSampleResult result = await RunAsync(
            Write("a", row => $"{Draw(row, 0)},{Kind(Draw(row, 1))}"), Write("b", row => $"{Draw(row, 2) + 500},{Kind(Draw(row, 3))}"));
        Assert.InRange(result.Area, 0.8, 1);
    }

    [Fact]
    public async Task A_lost_association_tells_rows_apart_where_each_column_alone_is_alike()
    {
        TwoSampleResult result = await RunAsync(Write("a", row => $"{Draw(row, 0)},{Kind(Draw(row, 0))}"), Write("b", row => $"{Draw(row, 2)},{Kind(Draw(row, 3))}"));
        Assert.InRange(result.Area, 0.8, 1);
        TwoSampleResult without = await RunAsync(folder.At("a.csv"), folder.At("b.csv"), "kind");
        Assert.InRange(without.Area, 0.5 - (4 * without.Chance), 0.5 + (4 * without.Chance));
    }

    [Fact]
    public async Task A_word_tells_texts_apart()
    {
        TwoSampleResult result = await RunAsync(
            Write("a", row => $"{Draw(row, 0)},My order number {Draw(row, 1)} never came"), Write("b", row => $"{Draw(row, 2)},My order number {Draw(row, 3)} hardly came"));
        Assert.InRange(result.Area, 0.99, 1);
    }

    [Fact]
    public async Task Of_a_few_rows_nothing_is_said()
    {
        string few = folder.Write("few.csv", "n,kind\n1,red\n2,blue\n");
        using var output = new StringWriter();
        await TwoSampleBenchmark.RunAsync(new TwoSampleOptions(few, few), output, TestContext.Current.CancellationToken);
        Assert.Contains("few: fewer than 200 rows", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TwoSampleResult> RunAsync(string a, string b, params string[] without)
    {
        var datasets = new ComparedDatasets(new LikenessRequest(a, b));
        await foreach (SampledPair pair in datasets.ReadAsync(TestContext.Current.CancellationToken))
            return TwoSampleTest.Run(pair, without.ToHashSet(StringComparer.Ordinal))!;
        throw new InvalidOperationException("There is no table.");
    }

    private string Write(string name, Func<int, string> row) =>
        folder.Write($"{name}.csv", "n,kind\n" + string.Concat(Enumerable.Range(0, Rows).Select(index => row(index) + "\n")));

    private static ulong Draw(int row, byte draw) => SynthData.Numerics.StreamKey.For(7, 1, "two", "sample").Below(1_000, row, draw, 0);

    private static string Kind(ulong number) => "kind " + (number / 250).ToString(CultureInfo.InvariantCulture);
}
