using System.Text.Json;
using SynthData.Comparing;
using SynthData.Output;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Providers;

namespace SynthData.Benchmarks.Compiled;

/// <summary>The ready-made support-tickets in a folder of its own: compiled and made without a model, or asked row by row.</summary>
internal sealed class CompiledRig : IDisposable
{
    public const string Table = "tickets";

    private const string Model = "openai/simulated";

    private readonly string folder = Directory.CreateTempSubdirectory("synthdata-compiled").FullName;

    public CompiledRig() => File.Copy(Path.Combine(AppContext.BaseDirectory, "support-tickets.yaml"), Schema);

    private string Schema => Path.Combine(folder, "support-tickets.yaml");

    /// <summary>Asks a simulated provider once.</summary>
    public async Task<CompiledCost> CompileAsync(int rows, CancellationToken cancellationToken)
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions());
        var dataset = Dataset.Open(Schema);
        KnowledgeCompilation compilation = KnowledgeCompilation.Of(dataset, Request(dataset, rows) with { Model = Model }, new CompileRequest());
        CompileReport report = await compilation.RunAsync(Options(server, "compile"), cancellationToken);
        return new CompiledCost(report, server.Calls, Tokens(server));
    }

    /// <summary>Makes rows of what was compiled, checks them, and reads them.</summary>
    public async Task<CompiledRows> MakeAsync(int rows, CancellationToken cancellationToken)
    {
        var dataset = Dataset.Open(Schema);
        string made = Path.Combine(folder, "made");
        await dataset.Plan(Request(dataset, rows)).WriteAsync(
            OutputTarget.Folder(made), new RunOptions { Format = "jsonl" }, cancellationToken);
        ValidationReport valid = await DataValidation.RunAsync(dataset, new ValidationRequest([new ValidationInput(null, made)], null, ShowsValues: true), cancellationToken);
        return new CompiledRows(Read(Path.Combine(made, Table + ".jsonl")), valid.Violations);
    }

    /// <summary>Tokens of rows that are asked one by one.</summary>
    /// <returns>Tokens, and how many rows they made.</returns>
    public async Task<(long Tokens, long Rows)> AskAsync(int rows, CancellationToken cancellationToken)
    {
        await using SimulatedServer server = await SimulatedServer.StartAsync(new ProviderOptions());
        var dataset = Dataset.Open(Schema);
        GenerationPlan plan = dataset.Plan(Request(dataset, rows) with { Text = TextSource.Row, Model = Model });
        await plan.WriteAsync(OutputTarget.Folder(Path.Combine(folder, "asked")), Options(server, "rows"), cancellationToken);
        return (Tokens(server), plan.RowCount(Table));
    }

    /// <summary>Compares the rows that were asked one by one with as many made of what was compiled.</summary>
    public async Task<TableLikeness> CompareAsync(int rows, CancellationToken cancellationToken)
    {
        var dataset = Dataset.Open(Schema);
        string known = Path.Combine(folder, "known");
        await dataset.Plan(Request(dataset, rows)).WriteAsync(OutputTarget.Folder(known), cancellationToken: cancellationToken);
        LikenessReport report = await DatasetLikeness.RunAsync(new LikenessRequest(Path.Combine(folder, "asked"), known, dataset), cancellationToken);
        return report.Tables.Single(table => table.Name == Table);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // So many customers that they send at least so many tickets.
    private static GenerationRequest Request(Dataset dataset, int rows)
    {
        var request = new GenerationRequest { Tables = [Table] };
        decimal scale = (decimal)rows / dataset.Plan(request with { Text = TextSource.Fallback }).RowCount(Table);
        while (dataset.Plan(request with { Text = TextSource.Fallback, Scale = scale }).RowCount(Table) < rows)
            scale *= 1.005m;
        return request with { Scale = scale };
    }

    private RunOptions Options(SimulatedServer server, string name) => new()
    {
        Connection = ChatClients.Open(ModelName.Parse(Model), server.BaseUrl.ToString(), _ => "key", TimeProvider.System),
        JournalPath = Path.Combine(folder, name + ".jsonl"),
    };

    private static long Tokens(SimulatedServer server) => server.Ledger.Calls.Sum(call => (long)call.TokensIn + call.TokensOut);

    private static List<TicketTexts> Read(string file)
    {
        var rows = new List<TicketTexts>();
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            rows.Add(new TicketTexts(row.GetProperty("subject").GetString()!, row.GetProperty("body").GetString()!));
        }

        return rows;
    }
}

/// <summary>What compiling took.</summary>
internal sealed record CompiledCost(CompileReport Report, int Calls, long Tokens);

/// <summary>Rows made of what was compiled.</summary>
internal sealed record CompiledRows(IReadOnlyList<TicketTexts> Rows, long Violations);

/// <summary>The texts of a row.</summary>
internal sealed record TicketTexts(string Subject, string Body);
