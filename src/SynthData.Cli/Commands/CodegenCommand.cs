using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Cli.Codegen;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata codegen SCHEMA</c>: record types in C#, to be checked in.</summary>
internal sealed class CodegenCommand : SynthDataCommand
{
    // Any model could fill the prompts; which one changes no type.
    private const string AnyModel = "openai/any";

    private readonly SchemaOptions schema = new();

    private readonly TextOption output = new("-o", "PATH", "The file to write (.cs), or the folder it goes to, or - for standard output; NAME.g.cs by default");

    private readonly TextOption space = new("--namespace", "NAMESPACE", "The namespace of the types; the dataset's name by default, as in BikeShop");

    private readonly Option<bool> check = new("--check")
    {
        Description = "Write nothing; say whether the file is what would be written (exit 1 if not)",
        Arity = ArgumentArity.Zero,
    };

    private readonly JUnitOption junit = new();

    public CodegenCommand()
        : base("codegen", "Write C# record types for the tables of a schema, to read rows into")
    {
        schema.AddTo(this);
        Add(output);
        Add(space);
        Add(check);
        junit.AddTo(this);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata codegen schemas/bike-shop.yaml",
        "synthdata codegen schemas/bike-shop.yaml -o tests/Rows --namespace Shop.Tests.Rows",
        "synthdata codegen schemas/bike-shop.yaml -o tests/Rows --namespace Shop.Tests.Rows --check",
        "synthdata codegen schemas/bike-shop.yaml -o -",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) => parsed.GetValue(check)
        ? junit.WriteAsync(parsed, schema.Path(parsed), () => Task.FromResult(Answer(parsed, session)))
        : Task.FromResult(Answer(parsed, session));

    private CommandAnswer Answer(ParseResult parsed, Session session)
    {
        DiagnosticBag bag = new();
        bool isCheck = parsed.GetValue(check);
        string? path = output.Value(parsed);
        string? named = space.Value(parsed);
        if (named is not null && !CodeNames.IsNamespace(named))
            bag.Add(UsageDiagnostics.InvalidValue, position: null, space.Name, named, "names joined by dots, such as Shop.Tests");
        if (path == "-" && session.IsJson)
            bag.Add(UsageDiagnostics.JsonOverData, position: null);
        if (path == "-" && isCheck)
            bag.Add(UsageDiagnostics.OutputConflict, position: null, "-o -", check.Name);
        if (junit.IsGiven(parsed) && !isCheck)
            bag.Add(UsageDiagnostics.OptionNeedsOption, position: null, junit.Name, check.Name);
        GenerationRequest request = new() { AsOf = schema.AsOf(parsed, bag), Model = AnyModel };
        schema.Diagnose(parsed, request, bag);
        Dataset dataset = schema.Open(parsed, bag);
        ImmutableArray<RecordType> types = RecordType.Of(TableShapes.OfAnyRun(dataset, request, bag));

        string schemaName = Path.GetFileName(schema.Path(parsed));
        string text = RecordFile.Text(types, schemaName, named ?? CodeNames.Of(dataset.Name, "Records"));
        if (path == "-")
            return new CodegenTextAnswer(text);
        string file = RecordPlace.Of(path, dataset.Name);
        if (isCheck)
            return new CodegenCheckAnswer(dataset.Name, file, RecordPlace.Difference(file, text, schemaName) is { } found ? [found] : []);
        return new CodegenAnswer(dataset.Name, file, types, RecordPlace.Write(file, text)) { Next = NextCommand.Of("Tell in CI when they drift", CheckWords(parsed)) };
    }

    // The command as it was given, that checks instead of writing.
    private IEnumerable<string> CheckWords(ParseResult parsed)
    {
        IEnumerable<string> words = ["codegen", .. schema.Words(parsed)];
        foreach (TextOption option in (TextOption[])[output, space])
        {
            if (option.Value(parsed) is { } value)
                words = words.Append(option.Name).Append(value);
        }

        return words.Append("--check");
    }
}
