using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata validate SCHEMA [DATA | TABLE=DATA]...</c></summary>
internal sealed class ValidateCommand : SynthDataCommand
{
    // A schema is right when something could fill its prompts; which thing is another command's choice.
    private const string AnyModel = "openai/any";

    private readonly SchemaOptions schema = new();

    private readonly Argument<string[]> data = new("DATA")
    {
        Description = "Data to check: a folder, files named after their tables, or TABLE=FILE; without it the schema itself is checked",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "Refuse columns whose source is guessed from their name",
        Arity = ArgumentArity.Zero,
    };

    private readonly JUnitOption junit = new();

    private readonly TextOption sql = new("--sql", "duckdb|postgres", "Print the rules as queries that select what breaks them, instead of checking");

    public ValidateCommand()
        : base("validate", "Check a schema, or data of any origin against it (CSV, Parquet, JSON lines)")
    {
        schema.AddTo(this);
        Add(data);
        Add(strict);
        Add(sql);
        junit.AddTo(this);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata validate schemas/bike-shop.yaml",
        "synthdata validate schemas/bike-shop.yaml out/bike-shop",
        "synthdata validate schemas/bike-shop.yaml customers=mine/people.csv --show-values",
        "synthdata validate schemas/bike-shop.yaml out/bike-shop --junit reports/bike-shop.xml",
        "synthdata validate schemas/bike-shop.yaml out/bike-shop --sql duckdb",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        junit.WriteAsync(parsed, schema.Path(parsed), () => CheckAsync(parsed, session, cancellationToken));

    private async Task<CommandAnswer> CheckAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        if (junit.IsGiven(parsed) && sql.IsGiven(parsed))
            bag.Add(UsageDiagnostics.OutputConflict, position: null, junit.Name, sql.Name);
        DateOnly? asOf = schema.AsOf(parsed, bag);
        SqlDialect? dialect = sql.Read(parsed, bag, "duckdb or postgres", Dialect);
        schema.Diagnose(parsed, new GenerationRequest { AsOf = asOf, Model = AnyModel, IsStrict = parsed.GetValue(strict) }, bag);
        Dataset dataset = schema.Open(parsed, bag);
        ImmutableArray<ValidationInput> inputs = [.. (parsed.GetValue(data) ?? []).Select(text => DataInput.Read(text, dataset, "TABLE=DATA", bag))];
        bag.ThrowIfErrors();

        if (dialect is { } chosen)
            return new RuleScriptAnswer(RuleScript.Of(dataset, chosen, asOf, inputs));
        if (inputs.IsEmpty)
        {
            GenerationRequest request = new() { AsOf = asOf, Model = AnyModel, IsStrict = parsed.GetValue(strict) };
            PlanReport plan = dataset.Plan(request).Report();
            return new ValidSchemaAnswer(dataset.Name, dataset.Schema.Tables.Length, plan.Rows)
            {
                // Nobody named the model that this one would say is idle.
                Diagnostics = [.. plan.Warnings.Where(warning => warning.Code != KnowledgeDiagnostics.ModelIdle.Code)],
            };
        }

        ValidationReport report = await DataValidation.RunAsync(dataset, new ValidationRequest(inputs, asOf, session.ShowsValues), cancellationToken);
        return new ValidDataAnswer(dataset.Name, report) { Diagnostics = report.Notes };
    }

    private static SqlDialect? Dialect(string text) => text switch
    {
        "duckdb" => SqlDialect.DuckDb,
        "postgres" => SqlDialect.Postgres,
        _ => null,
    };
}
