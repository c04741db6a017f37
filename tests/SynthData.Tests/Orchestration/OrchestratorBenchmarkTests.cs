using SynthData.Benchmarks.Orchestrator;
using SynthData.SimulatedProvider;

namespace SynthData.Tests.Orchestration;

/// <summary>The orchestrator's benchmark at a small size: what does not depend on time has to hold here too.</summary>
public class OrchestratorBenchmarkTests
{
    private static readonly OrchestratorOptions Small = new() { Rows = 120, Minutes = 0.2, Speed = 100, Replies = 500 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Right answers")]
    [InlineData("Repeats")]
    [InlineData("Journal")]
    public async Task What_is_never_lost_is_not_lost_in_a_small_run(string part)
    {
        StringWriter output = new();
        IReadOnlyList<Figure> figures = await OrchestratorBenchmark.RunAsync(Small with { Only = part }, output, Token);

        Assert.Contains(figures, figure => figure.IsMet is true);
        Assert.All(figures, figure => Assert.True(figure.IsMet is not false, figure.ToString()));
        Assert.All(figures, figure => Assert.Contains(figure.ToString(), output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_takes_fewer_tokens_than_in_the_shapes_of_others()
    {
        IReadOnlyList<Figure> figures = await TokensPerRow.MeasureAsync(Small with { Rows = 200 }, Token);

        Assert.True(Assert.Single(figures, figure => figure.Name == "Ours over one call per cell").IsMet);
        Assert.True(Number("Tokens in + out per accepted row") < Number("20 rows per call"));
        Assert.True(Number("  the six texts alone") < Number("Tokens in + out per accepted row"));

        double Number(string name) => double.Parse(
            Assert.Single(figures, figure => figure.Name.StartsWith(name, StringComparison.Ordinal)).Measured, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("openai/simulated", 0.1, true)]
    [InlineData("anthropic/simulated", 0.1, true)]
    [InlineData("openai/simulated", 0.0, false)]
    public async Task A_run_against_limits_is_whole_and_the_provider_keeps_them(string model, double faults, bool saysLimits)
    {
        PacedRun run = await PacedRun.RunAsync(Small, model, faults, saysLimits, Token);

        Assert.Equal(200, run.Run.Rows.Count);
        double minutes = run.Run.Ledger.Calls.Max(call => call.Ended).TotalMinutes;
        Assert.InRange(run.Run.Tokens, 1, run.TokensPerMinute * (minutes + 1));
        Assert.Empty(RightAnswers.Unused(run.Run));
    }

    [Fact]
    public void A_cell_bought_twice_and_one_that_no_row_holds_are_not_used()
    {
        Ledger ledger = new();
        ledger.Note([new(0, "title", "\"one\"", true), new(0, "title", "\"one\"", true), new(1, "title", "\"gone\"", true), new(1, "title", "\"bad\"", false), new(1, "title", "\"two\"", true)]);
        using System.Text.Json.JsonDocument rows = System.Text.Json.JsonDocument.Parse("""[{"title":"one"},{"title":"two"}]""");
        RigRun run = new(null!, ledger, [], TimeSpan.Zero, [.. rows.RootElement.EnumerateArray()]);

        Assert.Equal(["\"one\"", "\"gone\""], RightAnswers.Unused(run).Select(cell => cell.Json));
    }

    [Fact]
    public void Asks_without_a_reply_and_asks_after_one_are_told_apart()
    {
        using TemporaryFolder folder = new();
        string journal = folder.Write("a.jsonl", """
            {"kind":"ask","key":"a"}
            {"kind":"ask","key":"b"}
            {"kind":"reply","key":"a"}
            {"kind":"ask","key":"b"}
            {"kind":"reply","key":"b"}
            {"kind":"ask","key":"a"}
            {"kind":"reply","key":"to
            """);

        JournalKeys keys = JournalKeys.Read(journal);
        Assert.Equal((2, 2, 1), (keys.Replies, keys.Unanswered, keys.AskedAgain));
    }

    [Fact]
    public void An_option_that_there_is_not_is_named() =>
        Assert.Contains("--row;", Assert.Throws<ArgumentException>(() => OrchestratorOptions.Of(["--row", "5"])).Message, StringComparison.Ordinal);
}
