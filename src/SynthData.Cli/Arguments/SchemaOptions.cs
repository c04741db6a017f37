using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>The schema, and what its parameters and its day are: shared by every command that reads one.</summary>
internal sealed class SchemaOptions(string name = "SCHEMA", string description = "The schema: a YAML or JSON file")
{
    private readonly Argument<string> schema = new(name) { Description = description };

    private readonly TextOption set = SetOption.Of("schema");

    private readonly TextOption asOf = new("--as-of", "DATE", "The day that 'today' and durations count from, as 2025-01-31");

    public void AddTo(Command command)
    {
        command.Add(schema);
        command.Add(set);
        command.Add(asOf);
    }

    /// <summary>Whether an option says what the params or the day are.</summary>
    public bool Has(Option option) => option == set || option == asOf;

    public Dictionary<string, string> Parameters(ParseResult parsed, DiagnosticBag bag) => SetOption.Read(set, parsed, bag);

    public string Path(ParseResult parsed) => parsed.GetRequiredValue(schema);

    public DateOnly? AsOf(ParseResult parsed, DiagnosticBag bag) => asOf.Read(parsed, bag, "a day such as 2025-01-31", ArgumentText.Day);

    /// <summary>Gives the words that name the schema, its parameters and its day, for a command line about the same one.</summary>
    public ImmutableArray<string> Words(ParseResult parsed) =>
    [
        Path(parsed),
        .. from option in (TextOption[])[set, asOf]
           from value in option.Values(parsed)
           from word in (string[])[option.Name, value]
           select word,
    ];

    /// <summary>Reads the schema.</summary>
    /// <exception cref="SchemaException">It is wrong, or not there.</exception>
    public Dataset Open(ParseResult parsed, DiagnosticBag bag)
    {
        Dictionary<string, string> parameters = SetOption.Read(set, parsed, bag);
        string path = Path(parsed);
        SchemaFile.ThrowUnlessReadable(path, bag);
        return Dataset.Open(path, parameters);
    }

    /// <summary>Tells everything wrong with the schema, of reading and of binding, at once.</summary>
    /// <exception cref="SchemaException">Something is.</exception>
    public void Diagnose(ParseResult parsed, GenerationRequest request, DiagnosticBag bag)
    {
        string path = Path(parsed);
        Dictionary<string, string> parameters = SetOption.Read(set, parsed, bag);
        SchemaFile.ThrowUnlessReadable(path, bag);
        var found = new DiagnosticBag();
        found.AddRange(SchemaCheck.Diagnose(path, parameters, request));
        found.ThrowIfErrors();
    }
}
