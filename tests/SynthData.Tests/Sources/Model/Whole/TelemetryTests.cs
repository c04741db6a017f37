using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using SynthData.Manifest;
using SynthData.Output;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>Telemetry is the decorator's of Microsoft.Extensions.AI: a client that has it brings it along, and nothing else has any.</summary>
public class TelemetryTests
{
    private const string Source = "SynthData.Tests.Telemetry";

    [Fact]
    public async Task A_decorated_client_tells_a_span_for_each_call_and_answers_the_same()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using ModelBench bench = await ModelBench.StartAsync();
        GenerationPlan plan = Dataset.Open(bench.Write("desk.yaml", Desk.Schema)).Plan(new GenerationRequest { Text = TextSource.Row });
        using IChatClient plain = bench.Client();
        using IChatClient decorated = bench.Client().AsBuilder().UseOpenTelemetry(sourceName: Source).Build();

        RunManifest expected = await plan.WriteAsync(
            OutputTarget.Folder(bench.At("plain")), new RunOptions { Chat = plain, JournalPath = bench.At("plain.jsonl") }, ModelBench.Token);
        Assert.Empty(spans);
        int calls = bench.Server.Calls;
        RunManifest told = await plan.WriteAsync(
            OutputTarget.Folder(bench.At("told")), new RunOptions { Chat = decorated, JournalPath = bench.At("told.jsonl") }, ModelBench.Token);

        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(told));
        Assert.Equal(calls, spans.Count);
        Assert.Equal(told.Model!.TokensOut, spans.Sum(span => Convert.ToInt64(span.GetTagItem("gen_ai.usage.output_tokens"), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(spans, span => Assert.DoesNotContain(span.TagObjects, tag => tag.Value is string text && text.Contains("Columns to fill", StringComparison.Ordinal)));
    }
}
