using SynthData.Cli.Printing;
using SynthData.Output;
using SynthData.SimulatedProvider;
using SynthData.Tests.Snapshots;
using SynthData.Tests.Sources.Model;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Cli;

/// <summary>What moves on a terminal while a model is asked.</summary>
public class LiveViewTests
{
    private static readonly ModelProgress Busy = new()
    {
        Name = "openai/gpt-5-mini",
        Accepted = 1_204,
        Asked = 1_420,
        Rejected = [new("SD4202", "weight", 3), new("SD4001", "no_free", 20), new("SD4205", "title", 40), new("SD4203", "row", 1)],
        InFlight = 12,
        Waiting = 4,
        Pause = TimeSpan.FromSeconds(8),
        Calls = 89,
        TokensIn = 61_204,
        TokensOut = 40_102,
        TokensCached = 48_963,
        Cost = 0.0955m,
    };

    [Fact]
    public void The_lines_of_a_model_fit_a_terminal_narrow_or_wide()
    {
        var progress = new RunProgress("tickets", 1_024, 2_000);
        ModelProgress idle = Busy with { Accepted = 0, Asked = 64, Rejected = [], InFlight = 1, Waiting = 0, Pause = null, Calls = 0 };
        ModelProgress limited = Busy with { Pause = null, TokensCached = 0, Cost = null };
        string[] shown =
        [
            .. from width in (int[])[80, 120]
               from model in (ModelProgress[])[Busy, idle, limited]
               from line in (string[])[$"{width} columns", .. ModelLines.Of(progress, model, width), ""]
               select line,
        ];

        Assert.All(shown, line => Assert.True(line.Length <= 120));
        Snapshot.Match(string.Join('\n', shown), "live-view");
    }

    [Fact]
    public async Task A_terminal_sees_how_the_model_gets_on_and_is_left_clean()
    {
        await using var screen = new Screen();
        await using ModelBench bench = await ModelBench.StartAsync(before: async (request, gone) =>
        {
            while (request.Number == 2 && !screen.Shows(" asked; "))
                await Task.Delay(10, gone);
        });
        CommandLine run = await WatchAsync(bench, ModelBench.Token, screen);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("asked; ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  bought: ", run.Error, StringComparison.Ordinal);
        AssertLeftClean(run, "desk: made ");
    }

    [Fact]
    public async Task An_interrupted_view_is_left_clean_too()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(ModelBench.Token);
        await using ModelBench bench = await ModelBench.StartAsync(before: async (request, _) => await (request.Number == 3 ? stop.CancelAsync() : Task.CompletedTask));
        CommandLine run = await WatchAsync(bench, stop.Token);

        Assert.Equal(130, run.ExitCode);
        AssertLeftClean(run, "Interrupted; ");
    }

    [Fact]
    public async Task Progress_tells_of_the_model_and_ends_with_every_row_accepted()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Number == 1 ? new Fault.Cells("weight", "\"heavy\"") : null, Tests.Sources.Model.Whole.FaultMix.Dawdle);
        var seen = new Seen();
        Dataset desk = Dataset.Open(bench.Write("desk.yaml", Desk.Schema));
        using Microsoft.Extensions.AI.IChatClient client = bench.Client();
        await desk.Plan(new GenerationRequest { Text = TextSource.Row }).WriteAsync(
            OutputTarget.Folder(bench.At("made")), new RunOptions { Chat = client, Progress = seen, Clock = new QuickClock(), Limits = new ModelLimits { PriceIn = 1, PriceOut = 1 } }, ModelBench.Token);

        RunProgress last = seen.All.Last(progress => progress.Table == "products");
        Assert.Equal((24, 24), (last.RowsDone, last.Model!.Accepted));
        Assert.True(last.Model.Asked > 24);
        Assert.Contains(last.Model.Rejected, rejection => rejection is { Rule: "weight", Count: > 0 });
        Assert.Equal((last.Model.TokensIn + last.Model.TokensOut) / 1_000_000m, last.Model.Cost);
        Assert.All(seen.All.Where(progress => progress.Table == "notes"), progress => Assert.Null(progress.Model));
    }

    private static Task<CommandLine> WatchAsync(ModelBench bench, CancellationToken stop, Screen? screen = null) => CommandLine.RunAsync(
        ["generate", bench.Write("desk.yaml", Desk.Schema), "-o", bench.At("made"), "--model", "openai/test", "--base-url", bench.Server.BaseUrl.ToString(),
            "--concurrency", "1", "--timeout", "1d", "--patience", "1d"],
        _ => null, stop, bench.Clock, width: 100, screen);

    // The cursor is shown again before anything is printed for good.
    private static void AssertLeftClean(CommandLine run, string words)
    {
        int shown = run.Error.LastIndexOf("\u001b[?25h", StringComparison.Ordinal);
        Assert.InRange(run.Error.LastIndexOf("\u001b[?25l", StringComparison.Ordinal), 0, shown);
        Assert.True(shown < run.Error.IndexOf(words, StringComparison.Ordinal));
        Assert.DoesNotContain(" in flight", run.Error[shown..], StringComparison.Ordinal);
    }

    /// <summary>What was printed, to be looked at while more is.</summary>
    private sealed class Screen : StringWriter
    {
        private readonly Lock gate = new();

        public bool Shows(string words)
        {
            lock (gate)
                return ToString().Contains(words, StringComparison.Ordinal);
        }

        public override void Write(char value)
        {
            lock (gate)
                base.Write(value);
        }

        public override void Write(string? value)
        {
            lock (gate)
                base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            lock (gate)
                base.Write(buffer, index, count);
        }
    }

    private sealed class Seen : IProgress<RunProgress>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<RunProgress> all = new();

        public IReadOnlyList<RunProgress> All => [.. all];

        public void Report(RunProgress value) => all.Enqueue(value);
    }
}
