using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Extensions.AI;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Providers;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>A folder with a schema, a simulated server, and whole runs between them: by the command line and by the library.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private ModelBench(SimulatedServer server) => Server = server;

    public SimulatedServer Server { get; private set; }

    public QuickClock Clock { get; } = new();

    /// <summary>The model that <see cref="GenerateAsync"/> names.</summary>
    public string Model { get; init; } = "openai/test";

    public string Root => folder.Path;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ModelBench> StartAsync(
        Func<RecordedRequest, Fault?>? script = null, Func<RecordedRequest, CancellationToken, Task>? before = null, string model = "openai/test") =>
        new(await SimulatedServer.StartAsync(script, before: before)) { Model = model };

    /// <summary>Puts another server in the place of the first; the calls count from none again.</summary>
    public async Task RestartAsync(Func<RecordedRequest, Fault?>? script = null, Func<RecordedRequest, CancellationToken, Task>? before = null)
    {
        await Server.DisposeAsync();
        Server = await SimulatedServer.StartAsync(script, before: before);
    }

    public string At(string name) => folder.At(name);

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>Puts a ready-made schema into the folder, so that its journal lies there too.</summary>
    public string Copy(string name) => Write(name, File.ReadAllText(Repository.PathOf("schemas", name)));

    /// <summary>Runs <c>generate</c> with a model at the server.</summary>
    public Task<CommandLine> GenerateAsync(string schema, string output, params string[] more) =>
        RunAsync(["generate", schema, "-o", At(output), "--model", Model, "--base-url", Server.BaseUrl.ToString(), .. more]);

    /// <summary>Runs the program; where the test names no time-out and no patience, ones that a busy machine does not reach though the clock runs fast.</summary>
    public Task<CommandLine> RunAsync(string[] args, Func<string, string?>? environment = null, CancellationToken? stop = null)
    {
        string[] options = [.. ((string[])["--timeout", "--patience"]).Where(option => args.Contains("--model") && !args.Contains(option))];
        return CommandLine.RunAsync([args[0], .. options.SelectMany(option => (string[])[option, "1d"]), .. args[1..]], environment ?? (_ => null), stop ?? Token, Clock);
    }

    /// <summary>Runs <c>generate</c> and expects it to succeed.</summary>
    public async Task<RunManifest> MakeAsync(string schema, string output, params string[] more)
    {
        CommandLine run = await GenerateAsync(schema, output, more);
        Assert.True(run.ExitCode == 0, run.Error);
        return ReadManifest(output);
    }

    public IChatClient Client(string model = "test") =>
        ChatClients.Open(new ModelName("openai", model), Server.BaseUrl.ToString(), _ => null, TimeProvider.System).Client;

    public RunManifest ReadManifest(string output)
    {
        string path = Directory.Exists(At(output)) ? At(output + "/manifest.json") : At(output + ".manifest.json");
        return ManifestReader.Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Content hashes by table, as one text.</summary>
    public static string Contents(RunManifest manifest) => string.Join(' ', manifest.Tables.Select(table => $"{table.Name}:{table.Rows}:{table.Content}"));

    public static long Rejected(RunManifest manifest, string table, string code) =>
        manifest.Tables.Single(made => made.Name == table).Rejected.Where(rejection => rejection.Code == code).Sum(rejection => rejection.Count);

    /// <summary>A table of a CSV dataset in SQL of DuckDB; every cell is a text or null.</summary>
    public string Csv(string output, string table) =>
        $"read_csv('{At(output)}/{table}.csv', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false)";

    /// <summary>Asks DuckDB, which knows nothing of us.</summary>
    public static List<string> Query(string sql)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"SET threads = 1; {sql}";
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(
                column => reader.IsDBNull(column) ? "null" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public static long Count(string sql) => long.Parse(Assert.Single(Query($"SELECT count(*) FROM {sql}")), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder.Dispose();
    }
}
