using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata plan SCHEMA</c>: what <c>generate</c> would do and cost; no model called.</summary>
internal sealed class PlanCommand : SynthDataCommand
{
    private readonly SchemaOptions schema = new();
    private readonly OutputOptions output = new();
    private readonly RequestOptions request = new(new ModelOptions());

    public PlanCommand()
        : base("plan", "Print what 'generate' with the same options would do and cost; nothing is written, no model is called")
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
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        DateOnly? asOf = schema.AsOf(parsed, bag);
        Dataset dataset = schema.Open(parsed, bag);
        GenerationRequest asked = request.Read(parsed, dataset, asOf, session, bag);
        // Read for its errors only: what generate would refuse, plan refuses.
        output.Read(parsed, dataset.Schema, asked, session, bag);
        request.Model.Timeout(parsed, bag);
        ModelLimits limits = request.Model.Limits.Read(parsed, bag);
        bag.ThrowIfErrors();

        PlanReport report = dataset.Plan(asked).Report(limits);
        CompileReport? compiled = asked is { Model: not null, Text: not TextSource.Fallback, Shard: null } ? KnowledgeCompilation.TryOf(dataset, asked)?.Report(limits) : null;
        return Task.FromResult<CommandAnswer>(new PlanAnswer(report, compiled) { Diagnostics = report.Warnings });
    }
}
