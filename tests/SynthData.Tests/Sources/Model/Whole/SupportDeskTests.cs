using System.Text.Json;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>The journal of <c>examples/support-desk</c>, recorded from texts written by hand.</summary>
public class SupportDeskTests
{
    [Fact]
    public async Task The_journal_of_the_example_is_what_the_simulated_provider_answers()
    {
        string texts = await File.ReadAllTextAsync(Repository.PathOf("tests", "SynthData.Tests", "Sources", "Model", "Whole", "support-desk.answers.json"), ModelBench.Token);
        using JsonDocument answers = JsonDocument.Parse(texts);
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Writes((slot, column) => Text(answers, slot, column)), model: "openai/simulated");
        string schema = bench.Write("schema.yaml", await File.ReadAllTextAsync(Repository.PathOf("examples", "support-desk", "schema.yaml"), ModelBench.Token));

        RunManifest manifest = await bench.MakeAsync(schema, "made");

        Assert.Equal(2, bench.Server.Calls);
        Assert.Equal(2, ModelBench.Rejected(manifest, "messages", "SD4001"));
        Snapshot.MatchFile(await File.ReadAllTextAsync(bench.At("schema.journal.jsonl"), ModelBench.Token), Repository.PathOf("examples", "support-desk", "schema.journal.jsonl"));
    }

    [Fact]
    public async Task A_journal_recorded_with_earlier_words_still_fits()
    {
        await using ModelBench bench = await ModelBench.StartAsync(model: "openai/simulated");
        string schema = bench.Write("schema.yaml", await File.ReadAllTextAsync(Repository.PathOf("examples", "support-desk", "schema.yaml"), ModelBench.Token));
        string now = bench.At("schema.journal.jsonl");
        File.Copy(Repository.PathOf("examples", "support-desk", "schema.journal.jsonl"), now);
        RunManifest expected = await bench.MakeAsync(schema, "expected");

        File.Copy(Repository.PathOf("tests", "SynthData.Tests", "Sources", "Model", "Whole", "support-desk.earlier.journal.jsonl"), now, overwrite: true);
        RunManifest made = await bench.MakeAsync(schema, "made");

        Assert.Equal(0, bench.Server.Calls);
        Assert.NotEqual(
            AskKeys(Repository.PathOf("examples", "support-desk", "schema.journal.jsonl")),
            AskKeys(Repository.PathOf("tests", "SynthData.Tests", "Sources", "Model", "Whole", "support-desk.earlier.journal.jsonl")));
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(made));
    }

    private static List<string> AskKeys(string journal) =>
    [
        .. File.ReadLines(journal).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(record => record.GetProperty("kind").GetString() == "ask").Select(record => record.GetProperty("key").GetString()!),
    ];

    // The first text of a cell is its first answer, the second what is given when it is asked again.
    private static string Text(JsonDocument answers, AskedSlot slot, string column)
    {
        JsonElement[] texts = [.. answers.RootElement.GetProperty(column).GetProperty(FormattableString.Invariant($"{slot.Id}")).EnumerateArray()];
        return texts[slot.Line.Contains("\"wrong\"", StringComparison.Ordinal) ? ^1 : 0].GetRawText();
    }
}
