using System.Text.Json;
using SynthData.Manifest;
using SynthData.Output;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Providers;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>One run of the benchmark's table against a simulated provider, through the real client and on the provider's clock.</summary>
internal static class Rig
{
    public const string Table = "reviews";

    /// <summary>Runs in a folder of its own, without anything known of the provider before.</summary>
    /// <param name="model"><c>openai/…</c> or <c>anthropic/…</c>: the protocol.</param>
    public static async Task<RigRun> RunAsync(ProviderOptions provider, int rows, string model = "openai/simulated", CancellationToken cancellationToken = default)
    {
        string folder = Directory.CreateTempSubdirectory("synthdata-orchestrator").FullName;
        try
        {
            await using SimulatedServer server = await SimulatedServer.StartAsync(provider);
            var name = ModelName.Parse(model);
            Uri url = name.Provider == "anthropic" ? server.AnthropicUrl : server.BaseUrl;
            ChatConnection connection = ChatClients.Open(name, url.ToString(), _ => "key", provider.Clock);
            using var client = connection.Client;
            GenerationPlan plan = Dataset.Open(Path.Combine(AppContext.BaseDirectory, "reviews.yaml")).Plan(new GenerationRequest { Model = model, Rows = { [Table] = rows } });
            string file = Path.Combine(folder, "reviews.jsonl");
            var options = new RunOptions { Connection = connection, Clock = provider.Clock, JournalPath = Path.Combine(folder, "journal.jsonl"), Format = "jsonl" };

            long start = provider.Clock.GetTimestamp();
            RunManifest manifest = await plan.WriteAsync(OutputTarget.File(file), options, cancellationToken);
            TimeSpan took = provider.Clock.GetElapsedTime(start);
            return new RigRun(manifest, server.Ledger, [.. server.Requests], took, Read(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<JsonElement> Read(string file)
    {
        var rows = new List<JsonElement>();
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            rows.Add(document.RootElement.Clone());
        }

        return rows;
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Took">On the provider's clock.</param>
/// <param name="Rows">As they were written, in order.</param>
internal sealed record RigRun(RunManifest Manifest, Ledger Ledger, IReadOnlyList<RecordedRequest> Requests, TimeSpan Took, IReadOnlyList<JsonElement> Rows)
{
    public long Tokens => Ledger.Calls.Sum(call => (long)call.TokensIn + call.TokensOut);
}
