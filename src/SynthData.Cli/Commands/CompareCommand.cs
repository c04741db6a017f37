using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Comparing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata compare A B</c></summary>
internal sealed class CompareCommand : SynthDataCommand
{
    private readonly Argument<string> a = new("A") { Description = "What to compare with: a file (CSV, Parquet, JSON lines) or the folder of a dataset; with --schema also TABLE=FILE" };

    private readonly Argument<string> b = new("B") { Description = "What to compare: the same" };

    private readonly TextOption schema = new("--schema", "SCHEMA", "Take the types of columns from a schema, and which are prose; by default from the data");

    private readonly TextOption sample = new("--sample", "N", "Measure at most N rows of each table, chosen by row index; 100000 by default");

    private readonly TextOption threshold = new("--threshold", "MEASURE=X", $"Exit with 1 where a distance is greater, such as ks=0.1; may be repeated. Measures: {string.Join(", ", Measure.Names.Where(name => !name.StartsWith(Measure.MaskedPrefix, StringComparison.Ordinal)))}; those of texts with {Measure.MaskedPrefix} before them too")
    {
        MayRepeat = true,
    };

    public CompareCommand()
        : base("compare", "Measure how alike two tables or datasets are")
    {
        Add(a);
        Add(b);
        Add(schema);
        Add(sample);
        Add(threshold);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "synthdata compare real/orders.csv out/orders.parquet",
        "synthdata compare out/asked out/pooled --schema schemas/support-tickets.yaml",
        "synthdata compare real.csv made.csv --threshold total-variation=0.05 --threshold masked-self-bleu=0.1",
    ];

    public override async Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        Dataset? known = Schema(parsed, bag);
        var request = new LikenessRequest(Side(parsed.GetRequiredValue(a), known, bag), Side(parsed.GetRequiredValue(b), known, bag), known)
        {
            Thresholds = [.. threshold.Values(parsed).Select(text => Threshold(text, bag)).OfType<LikenessThreshold>()],
        };
        if (sample.Read(parsed, bag, "a whole number from 1 to 1000000", ArgumentText.SmallCount) is { } rows)
            request = request with { SampleRows = rows };
        bag.ThrowIfErrors();
        LikenessReport report = await DatasetLikeness.RunAsync(request, cancellationToken);
        return new CompareAnswer(report) { Diagnostics = report.Notes };
    }

    private Dataset? Schema(ParseResult parsed, DiagnosticBag bag)
    {
        if (schema.Value(parsed) is not { } path)
            return null;
        SchemaFile.ThrowUnlessReadable(path, bag);
        return Dataset.Open(path);
    }

    private static ValidationInput Side(string text, Dataset? known, DiagnosticBag bag) =>
        known is null ? DataInput.Read(text, bag) : DataInput.Read(text, known, "A B", bag);

    private LikenessThreshold? Threshold(string text, DiagnosticBag bag)
    {
        string[] halves = text.Split('=', 2);
        if (!Measure.Names.Contains(halves[0]))
            bag.Add(UsageDiagnostics.InvalidValue, position: null, threshold.Name, text, $"MEASURE=X with one of the measures {string.Join(", ", Measure.Names)}{Suggestion.For(halves[0], Measure.Names)}");
        else if (halves.Length == 2 && ArgumentText.Price(halves[1]) is { } most)
            return new LikenessThreshold(halves[0], (double)most);
        else
            bag.Add(UsageDiagnostics.InvalidValue, position: null, threshold.Name, text, $"a number from 0 after the measure, such as {halves[0]}=0.1");
        return null;
    }
}
