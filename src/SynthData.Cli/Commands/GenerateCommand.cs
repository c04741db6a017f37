using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.AI;
using SynthData.Batches;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Sources.Model.Providers;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata generate SCHEMA</c></summary>
internal sealed class GenerateCommand : SynthDataCommand
{
    private const int PreviewedRows = 3;

    private readonly SchemaOptions schema = new();
    private readonly OutputOptions output = new();
    private readonly JUnitOption junit = new();
    private readonly RequestOptions request = new(new ModelOptions());

    public GenerateCommand()
        : base("generate", "Make every table of a schema and write it")
    {
        schema.AddTo(this);
        output.AddTo(this);
        junit.AddTo(this);
        request.AddTo(this);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata generate schemas/bike-shop.yaml",
        "synthdata generate schemas/bike-shop.yaml -o out/big --scale 100 --format parquet",
        "synthdata generate schemas/bike-shop.yaml --rows customers=50 --seed 7 --overwrite",
        "synthdata generate schemas/bike-shop.yaml --tables products -o - --quiet",
        "synthdata generate schemas/bike-shop.yaml -o tests/fixtures --check",
        "synthdata generate schemas/bike-shop.yaml --text row --model openai/gpt-5-mini --rows customers=50 --rows products=20",
        "synthdata generate schemas/bike-shop.yaml --text row --model openai/gpt-5-mini --max-calls 100",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) => output.IsCheck(parsed)
        ? junit.WriteAsync(parsed, schema.Path(parsed), () => MakeAsync(parsed, session, cancellationToken))
        : MakeAsync(parsed, session, cancellationToken);

    private async Task<CommandAnswer> MakeAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        DiagnosticBag bag = new();
        DateOnly? asOf = schema.AsOf(parsed, bag);
        Dataset dataset = schema.Open(parsed, bag);
        GenerationRequest asked = request.Read(parsed, dataset, asOf, session, bag);
        OutputChoice choice = output.Read(parsed, dataset.Schema, asked, session, bag);
        ModelChoice model = request.Model.ReadChoice(parsed, asked, bag);
        if (junit.IsGiven(parsed) && !output.IsCheck(parsed))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, junit.Name, "--check");
        bag.ThrowIfErrors();

        GenerationPlan plan = dataset.Plan(asked);
        ChatConnection? connection = plan.Run.AsksModel ? model.Connect(session.Terminal.Environment, session.Terminal.Clock) : null;
        using IChatClient? chat = connection?.Client;
        PreviewTap tap = new(PreviewedRows);
        RunOptions options = model.AddTo(choice.Options, connection) with
        {
            Clock = session.Terminal.Clock,
            OnModelEnd = figures => session.Model = figures,
            Logger = TerminalLog.For(session),
            OnBatch = session.IsQuiet ? null : tap.Take,
        };
        if (output.IsCheck(parsed))
        {
            CheckReport report = await DatasetComparison.RunAsync(plan, choice.Target(Stream.Null), options, cancellationToken);
            return new CheckAnswer(choice.Path, report) { Diagnostics = plan.Warnings };
        }

        RunOutcome outcome = await ProgressDisplay.ShowAsync(
            session,
            progress => plan.RunAsync(choice.Target(session.Terminal.Output), options with { Progress = progress }, cancellationToken));
        AfterGenerate after = new(
            schema.Words(parsed), [.. parsed.Tokens.Select(token => token.Value)], dataset.Schema.Tables.Any(table => table.Rows is FixedRows), choice, outcome, watch.Elapsed);
        return new GenerateAnswer(choice, outcome, tap.Tables, watch.Elapsed, after)
        {
            Diagnostics = [.. plan.Warnings, .. session.IsJson ? outcome.Warnings : [], .. outcome.Fallbacks],     // people were told of the journal as it was opened
        };
    }

    /// <summary>Keeps the first rows of each table as they pass by.</summary>
    private sealed class PreviewTap(int limit)
    {
        private readonly Dictionary<string, PreviewRows> tables = new(StringComparer.Ordinal);

        public IReadOnlyList<PreviewRows> Tables => [.. tables.Values];

        public void Take(RowBatch batch)
        {
            if (!tables.TryGetValue(batch.Table, out PreviewRows? rows))
                tables.Add(batch.Table, rows = new PreviewRows(batch.Table, limit));
            if (!rows.IsFull)
                rows.Take(batch);
        }
    }
}
