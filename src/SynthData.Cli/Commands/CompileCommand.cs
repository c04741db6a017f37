using System.CommandLine;
using Microsoft.Extensions.AI;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Providers;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata compile SCHEMA</c></summary>
internal sealed class CompileCommand : SynthDataCommand
{
    private readonly SchemaOptions schema = new();
    private readonly JUnitOption junit = new();
    private readonly RequestOptions request = new(new ModelOptions());

    private readonly TextOption distinct = new("--distinct", "N", "Texts wanted that differ even with names, numbers and dates masked; a fifth of a table's rows by default");

    private readonly Option<bool> prune = new("--prune") { Description = "Remove what the schema no longer has", Arity = ArgumentArity.Zero };

    private readonly Option<bool> check = new("--check") { Description = "Only say whether the file covers the schema; no model is called", Arity = ArgumentArity.Zero };

    public CompileCommand()
        : base("compile", "Ask a model once what it knows for prompt columns, and keep it beside the schema as knowledge")
    {
        schema.AddTo(this);
        Add(distinct);
        Add(prune);
        Add(check);
        junit.AddTo(this);
        request.AddToCompile(this);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata compile schemas/support-tickets.yaml --model openai/gpt-5-mini",
        "synthdata compile schemas/support-tickets.yaml --model openai/gpt-5-mini --scale 100 --distinct 20_000 --max-calls 300",
        "synthdata compile schemas/support-tickets.yaml --check",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) => parsed.GetValue(check)
        ? junit.WriteAsync(parsed, schema.Path(parsed), () => CompileAsync(parsed, session, cancellationToken))
        : CompileAsync(parsed, session, cancellationToken);

    private async Task<CommandAnswer> CompileAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        DateOnly? asOf = schema.AsOf(parsed, bag);
        Dataset dataset = schema.Open(parsed, bag);
        GenerationRequest asked = request.Read(parsed, dataset, asOf, session, bag);
        var wanted = new CompileRequest { Distinct = distinct.Read(parsed, bag, "a whole number from 1", Positive), Prunes = parsed.GetValue(prune) };
        ModelChoice model = request.Model.ReadChoice(parsed, asked, bag);
        if (junit.IsGiven(parsed) && !parsed.GetValue(check))
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, junit.Name, check.Name);
        bag.ThrowIfErrors();

        if (parsed.GetValue(check))
            return new KnowledgeCheckAnswer(KnowledgeCompilation.Check(dataset, asked, wanted));
        KnowledgeCompilation compilation = KnowledgeCompilation.Of(dataset, asked, wanted);
        if (compilation.AsksModel && asked.Model is null)
            throw new SchemaException([UsageDiagnostics.OptionNeedsOption.At(position: null, "compile", "--model")]);
        ChatConnection? connection = compilation.AsksModel ? model.Connect(session.Terminal.Environment, session.Terminal.Clock) : null;
        using IChatClient? chat = connection?.Client;
        if (!session.IsQuiet && !session.IsJson)
            CompileAnswer.PrintPlan(compilation.Report(model.Limits), session.Remarks);
        RunOptions options = model.AddTo(new RunOptions(), connection) with
        {
            Clock = session.Terminal.Clock,
            OnModelEnd = figures => session.Model = figures,
            Logger = TerminalLog.For(session),
        };
        CompileReport report = await ProgressDisplay.ShowAsync(session, progress => compilation.RunAsync(options with { Progress = progress }, cancellationToken));
        return new CompileAnswer(schema.Path(parsed), report) { Diagnostics = report.Findings };
    }

    private static long? Positive(string text) => ArgumentText.Count(text) is { } count and >= 1 ? count : null;
}
