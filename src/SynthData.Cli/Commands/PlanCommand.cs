using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Output;
using SynthData.Planning;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata plan SCHEMA|JOB</c>: what <c>generate</c> or <c>run</c> would do and cost; no model called.</summary>
internal sealed class PlanCommand : SynthDataCommand
{
    private readonly SchemaOptions schema = new("SCHEMA|JOB", "The schema, or the job of 'synthdata run': a YAML or JSON file");
    private readonly OutputOptions output = new();
    private readonly RequestOptions request = new(new ModelOptions());

    public PlanCommand()
        : base("plan", "Print what 'generate' with the same options, or 'run', would do and cost; nothing is written, no model is called")
    {
        schema.AddTo(this);
        output.AddTo(this);
        request.AddTo(this);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata plan schemas/bike-shop.yaml",
        "synthdata plan schemas/bike-shop.yaml --scale 1_000 --json",
        "synthdata plan schemas/bike-shop.yaml --text row --model openai/gpt-5-mini --price-in 0.25 --price-out 2",
        "synthdata plan nightly.yaml --as-of 2025-01-31",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        File.Exists(schema.Path(parsed)) && JobReader.IsJob(schema.Path(parsed)) ? OfJobAsync(parsed, session, cancellationToken) : Task.FromResult(OfSchema(parsed, session));

    private async Task<CommandAnswer> OfJobAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        foreach (OptionResult given in parsed.CommandResult.Children.OfType<OptionResult>().Where(given => !given.Implicit && Options.Contains(given.Option) && !schema.Has(given.Option)))
            bag.Add(JobDiagnostics.OptionNotOfJob, position: null, given.Option.Name);
        var asked = new JobRequest(schema.Parameters(parsed, bag), schema.AsOf(parsed, bag), session.Terminal.Environment);
        JobPlan plan = JobOptions.Plan(schema.Path(parsed), asked, only: [], bag);
        var standing = ImmutableArray.CreateBuilder<DatasetState>();
        foreach (PlannedDataset dataset in plan.Datasets)
            standing.Add(await dataset.FindStandingAsync(cancellationToken));
        return new JobPlanAnswer(plan, standing.ToImmutable()) { Diagnostics = plan.Warnings };
    }

    private CommandAnswer OfSchema(ParseResult parsed, Session session)
    {
        DiagnosticBag bag = new();
        DateOnly? asOf = schema.AsOf(parsed, bag);
        Dataset dataset = schema.Open(parsed, bag);
        GenerationRequest asked = request.Read(parsed, dataset, asOf, session, bag);
        // Read for its errors only: what generate would refuse, plan refuses.
        output.Read(parsed, dataset.Schema, asked, session, bag);
        ModelLimits limits = request.Model.ReadChoice(parsed, asked, bag).Limits;
        bag.ThrowIfErrors();

        PlanReport report = dataset.Plan(asked).Report(limits);
        CompileReport? compiled = asked is { Model: not null, Text: not TextSource.Fallback, Shard: null } ? KnowledgeCompilation.TryOf(dataset, asked)?.Report(limits) : null;
        return new PlanAnswer(report, compiled) { Diagnostics = report.Warnings };
    }
}
