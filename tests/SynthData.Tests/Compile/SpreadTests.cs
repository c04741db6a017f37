using SynthData.Knowledge;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Compile;

/// <summary>Columns that are no texts, or of short ones, are compiled to ranges, distributions and weights: a model is asked how they are spread and draws nothing.</summary>
public class SpreadTests
{
    private const string Goods = """
        synthdata: 1
        name: letters
        seed: 5
        as_of: 2025-01-01
        tables:
          goods:
            rows: 600
            key: id
            columns:
              id:      { sequence: 1 }
              kind:    { values: { chair: 50, table: 48, throne: 1, pew: 1 } }
              price:   { type: decimal(2), prompt: 'What a {kind} costs.' }
              weight:  { type: int32, prompt: 'Kilograms that a {kind} weighs.' }
              built:   { type: date, prompt: 'The day a {kind} was built.' }
              sold_at: { type: timestamp, prompt: When it was sold. }
              opens:   { type: time, prompt: When the shop opens. }
              folds:   { type: bool, prompt: 'Whether a {kind} folds.' }
              colour:  { prompt: 'Colour of a {kind}.', length: [3, 16] }
        """;

    [Fact]
    public async Task Ends_and_median_become_a_range_and_a_distribution_for_each_frequent_category()
    {
        await using CompileBench bench = await CompileBench.StartAsync(schema: Goods);

        CommandLine run = await bench.CompileAsync();
        CommandLine made = await CommandLine.RunAsync("generate", bench.Schema, "-o", bench.Model.At("made"), "--text", "knowledge");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(made.ExitCode == 0, made.Error);
        KnowledgeFile file = bench.Read();
        Assert.Equal(["goods.price", "goods.weight", "goods.built", "goods.sold_at", "goods.opens", "goods.folds", "goods.colour"], file.Columns.Select(column => column.Key));
        Assert.Equal(["kind: chair", "kind: table", ""], file.Columns[0].Pools.Select(pool => pool.Name));
        Assert.All(file.Columns.Where(column => column.Names[0] != "colour").SelectMany(column => column.Pools), pool => Assert.NotNull(pool.Draw));
        Assert.All(file.Columns[^1].Pools, pool => Assert.Equal(["amber", "sea green", "plain"], pool.Entries.Take(3).Select(entry => entry.Texts[0].Written)));
        Assert.Equal(7, bench.Server.Calls);
        string goods = bench.Model.Csv("made", "goods");
        Assert.True(ModelBench.Count($"(SELECT DISTINCT price FROM {goods})") > 100);
        Assert.Equal(2, ModelBench.Count($"(SELECT DISTINCT folds FROM {goods})"));
        Assert.True(ModelBench.Count($"{goods} WHERE colour = 'amber'") > 2 * ModelBench.Count($"{goods} WHERE colour = 'plain'"));
    }

    [Theory]
    [InlineData("weight", "low", "500", "500 and ")]
    [InlineData("folds", "share", "1.5", "the share 1.5, which is not between 0 and 1")]
    public async Task Ends_in_a_wrong_order_are_sent_back(string column, string cell, string json, string told) =>
        await AssertSentBackAsync("SD7117", column, cell, json, told);

    [Theory]
    [InlineData("SD7118", "\"red, green and blue\"", "which is no value=weight")]
    [InlineData("SD7118", "\"red=40|green=0\"", "'green=0', which is no value=weight")]
    [InlineData("SD7118", "\"red=40|red=3|green=2\"", "'red' twice")]
    [InlineData("SD7118", "\"red=40\"", "1 values, and 2 at least")]
    [InlineData("SD7118", "\"red=40|{green|blue}=3\"", "which is no value=weight")]
    [InlineData("SD4203", "\"red=40|a colour that nobody has a name for=3\"", "3 to 16")]
    [InlineData("SD7116", "\"red=40|синий=3\"", "Cyrillic")]
    public async Task Short_values_that_are_wrong_are_sent_back(string code, string json, string told) =>
        await AssertSentBackAsync(code, "colour", "values", json, told);

    private static async Task AssertSentBackAsync(string code, string column, string cell, string json, string told)
    {
        await using CompileBench bench = await CompileBench.StartAsync(
            request => request.System.Contains($"goods.{column}.", StringComparison.Ordinal) && !request.User.Contains("\"wrong\"", StringComparison.Ordinal)
                ? new Fault.Writes((_, name) => name == cell ? json : null) : null,
            Goods);

        CommandLine run = await bench.CompileAsync("--json");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
        Assert.Contains(bench.Server.Requests, request => request.User.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_category_asks_for_its_spread_and_leaves_the_others_line_by_line()
    {
        await using CompileBench bench = await CompileBench.StartAsync(schema: Goods);
        await bench.CompileAsync();
        string[] before = bench.Text.Split('\n');
        await bench.Model.RestartAsync();
        bench.Write(Goods.Replace("throne: 1", "bench: 40, throne: 1", StringComparison.Ordinal));

        CommandLine run = await bench.CompileAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Subset(bench.Text.Split('\n').ToHashSet(), before.ToHashSet());
        Assert.All(bench.Server.Requests.SelectMany(request => request.Slots), slot => Assert.Contains("bench", slot.Line, StringComparison.Ordinal));
        Assert.Contains("- { when: { kind: bench }, range: [", bench.Text, StringComparison.Ordinal);
    }
}
