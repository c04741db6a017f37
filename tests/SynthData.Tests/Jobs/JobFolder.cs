using System.Text.Json;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Jobs;

/// <summary>A folder with a job and its schemas, and runs of it from the command line.</summary>
internal sealed class JobFolder : IDisposable
{
    public const string People = "synthdata: 1\nname: people\nparams: { kind: plain }\ntables: { people: { rows: 5, key: id, columns: { id: { sequence: 1 }, kind: { constant: '${kind}' } } } }\n";

    public const string Shop = """
        synthdata: 1
        name: shop
        tables:
          customers: { rows: 6, key: id, columns: { id: { sequence: 1 }, city: { values: [Leiden, Gouda] } } }
          orders: { rows: { per: customers, count: 2 }, key: id, columns: { id: { uuid: true }, customer: { references: customers.id } } }

        """;

    /// <summary>No row of it keeps its rule.</summary>
    public const string Hopeless = "synthdata: 1\nname: hopeless\ntables: { t: { rows: 3, key: id, columns: { id: { sequence: 1 }, n: { type: int32, range: [1, 9] } }, rules: [ n + id < 0 ] } }\n";

    private readonly TemporaryFolder folder = new();

    public JobFolder()
    {
        folder.Write("people.yaml", People);
        folder.Write("shop.yaml", Shop);
        folder.Write("hopeless.yaml", Hopeless);
    }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Writes the job: what stands under <c>datasets</c>, and what stands before.</summary>
    public void Write(string datasets, string top = "") =>
        folder.Write("job.yaml", $"synthdata-job: 1\nname: nightly\n{top}{(top.Length > 0 ? "\n" : "")}datasets:\n{string.Concat(datasets.TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"))}");

    public string At(string name) => folder.At(name);

    public string WriteFile(string name, string text) => folder.Write(name, text);

    public Task<CommandLine> RunAsync(params string[] more) => CommandAsync("run", more);

    public Task<CommandLine> CommandAsync(string command, string[] more, CancellationToken? stop = null) =>
        CommandLine.RunAsync([command, At("job.yaml"), .. more], Environment.GetValueOrDefault, stop ?? TestContext.Current.CancellationToken, Clock);

    /// <summary>Runs it with <c>--json</c> and gives the states of its datasets, in their order.</summary>
    public async Task<(int ExitCode, string States)> StatesAsync(params string[] more)
    {
        CommandLine run = await RunAsync([.. more, "--json"]);
        IEnumerable<JsonElement> datasets = run.Json().GetProperty("result").GetProperty("datasets").EnumerateArray();
        return (run.ExitCode, string.Join(' ', datasets.Select(dataset => $"{dataset.GetProperty("name").GetString()}:{dataset.GetProperty("state").GetString()}")));
    }

    public string Contents(string output)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(At($"{output}/manifest.json")));
        return string.Join(' ', manifest.RootElement.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("content").GetString()));
    }

    /// <summary>What was printed, without the place of the folder.</summary>
    public string Printed(string text) => text.Replace(folder.Path, "JOB", StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
