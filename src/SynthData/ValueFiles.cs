using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Output.Csv;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData;

/// <summary>Reads the CSV files that columns take values or tuples from, and hands them on as if they stood in the schema.</summary>
/// <remarks>
/// Lines with equal values are one value, their weights added, so that a file of things that happened gives the shares in which they did.
/// Where a column is <c>given</c> others, the file has columns of those names, and lines are grouped by them; a line whose
/// condition reads <c>else</c> is for the rest.
/// </remarks>
internal sealed class ValueFiles
{
    private const string Else = "else";

    // Sums of weights stay exact below this.
    private const decimal MaxWeight = 1_000_000_000_000_000m;

    private readonly DatasetSchema schema;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<string, CsvRows?> read = new(StringComparer.Ordinal);

    private ValueFiles(DatasetSchema schema, DiagnosticBag bag)
    {
        this.schema = schema;
        this.bag = bag;
    }

    /// <summary>Replaces every file of values by what stands in it; what is wrong with one is told in the bag.</summary>
    public static DatasetSchema Read(DatasetSchema schema, DiagnosticBag bag)
    {
        var files = new ValueFiles(schema, bag);
        return schema with { Tables = [.. schema.Tables.Select(files.Table)] };
    }

    private TableSchema Table(TableSchema table) => table with { Columns = [.. table.Columns.Select(Column)] };

    private ColumnSchema Column(ColumnSchema column)
    {
        int before = bag.Count;
        SourceSchema? source = Source(column, column.Source);
        return column with { Source = source, IsIncomplete = column.IsIncomplete || bag.Count > before };
    }

    private SourceSchema? Source(ColumnSchema column, SourceSchema? source) => source switch
    {
        ValuesSource values => values with { Values = Option(values.Values, values.Given, list => list.File, new ListKind<ValueList>(column.Names[..1], Values)) },
        TuplesSource tuples => tuples with { Tuples = Option(tuples.Tuples, tuples.Given, list => list.File, new ListKind<TupleList>(column.Names, Tuples)) },
        CasesSource cases => cases with { Cases = [.. cases.Cases.Select(one => one with { Source = Source(column, one.Source)! })] },
        PromptSource { Fallback: { } fallback } prompt => prompt with { Fallback = Source(column, fallback) },
        _ => source,
    };

    private GivenOption<T> Option<T>(GivenOption<T> option, ImmutableArray<ExpressionText> given, Func<T, ValueFile?> fileOf, ListKind<T> kind)
        where T : class
    {
        if (!option.IsConditional && given.Length > 0 && option.Otherwise is { } all && fileOf(all) is { } byCondition)
            return ByCondition(option, given, byCondition, kind);
        T Filled(T list) => fileOf(list) is { } file && Lines(file, [], kind.Columns) is { } lines ? kind.Make(lines, lines.Rows, file) : list;
        return option with
        {
            Cases = [.. option.Cases.Select(one => one with { Value = Filled(one.Value) })],
            Otherwise = option.Otherwise is null ? null : Filled(option.Otherwise),
        };
    }

    private GivenOption<T> ByCondition<T>(GivenOption<T> option, ImmutableArray<ExpressionText> given, ValueFile file, ListKind<T> kind)
        where T : class
    {
        if (Lines(file, [.. given.Select(column => column.Text)], kind.Columns) is not { } lines)
            return option;
        var cases = ImmutableArray.CreateBuilder<GivenCase<T>>();
        T? otherwise = null;
        foreach (IGrouping<string, FileLine> group in lines.Rows.GroupBy(line => string.Join('\u001f', line.Condition.Select(cell => cell.Text)), StringComparer.Ordinal))
        {
            T list = kind.Make(lines, [.. group], file);
            ImmutableArray<SchemaScalar> key = group.First().Condition;
            if (key.All(cell => cell.Text == Else))
                otherwise = list;
            else
                cases.Add(new GivenCase<T>(key, list, key[0].Position));
        }

        return new GivenOption<T>(cases.ToImmutable(), otherwise, lines.Start);
    }

    // Null where the file cannot be used, which is told.
    private FileLines? Lines(ValueFile file, ImmutableArray<string> given, ImmutableArray<string> columns)
    {
        if (!read.TryGetValue(file.Path, out CsvRows? rows))
            read[file.Path] = rows = ListedFiles.ReadCsv(schema, file.Path, file.Position, bag);
        if (rows is null)
            return null;

        int before = bag.Count;
        int[] conditions = [.. given.Select(name => Find(rows, name, "a condition"))];
        int[] values = [.. (file.Columns.IsEmpty ? columns : file.Columns).Select(name => Find(rows, name, "a column"))];
        int weight = file.Weight is { } named ? Find(rows, named, "the weight") : -1;
        if (bag.Count > before)
            return null;

        var lines = ImmutableArray.CreateBuilder<FileLine>(rows.Rows.Length);
        foreach (ImmutableArray<CsvField> row in rows.Rows)
        {
            if (Weight(rows, row, weight) is { } number)
            {
                lines.Add(new FileLine(
                    [.. conditions.Select(place => ListedFiles.Scalar(rows, row[place]))], [.. values.Select(place => ListedFiles.Scalar(rows, row[place]))], number));
            }

            if (bag.Count > before + 20)
                break;
        }

        SourcePosition start = rows.At(rows.Header[weight >= 0 ? weight : values[0]]);
        return bag.Count > before ? null : new FileLines(lines.ToImmutable(), start);
    }

    private int Find(CsvRows rows, string name, string what)
    {
        string[] header = [.. rows.Header.Select(field => field.Text ?? "")];
        int[] found = [.. Enumerable.Range(0, header.Length).Where(place => header[place] == name)];
        if (found.Length == 0)
        {
            bag.Add(
                ListDiagnostics.FileColumnMissing, new SourcePosition(rows.Path, 1, 1), name, what, Suggestion.For(name, header), string.Join(", ", header));
        }
        else if (found.Length > 1)
        {
            bag.Add(SchemaDiagnostics.NamesAlike, rows.At(rows.Header[found[1]]), $"columns of '{Path.GetFileName(rows.Path)}'", name, name);
        }

        return found.FirstOrDefault(-1);
    }

    private decimal? Weight(CsvRows rows, ImmutableArray<CsvField> row, int place)
    {
        if (place < 0)
            return 1;
        if (Literals.TryNumber(row[place].Text ?? "", out decimal weight) && weight is >= 0 and <= MaxWeight)
            return weight;
        bag.Add(
            SchemaDiagnostics.BadLiteral, rows.At(row[place]), $"The weight '{rows.Header[place].Text}'", row[place].Text ?? "",
            "a number of 0 or more, up to 10^15");
        return null;
    }

    private static ValueList Values(FileLines lines, ImmutableArray<FileLine> rows, ValueFile file) => new(
        [.. Summed(rows).Select(line => new WeightedScalar(line.Cells[0], line.Weight))], lines.Start)
    { File = file };

    private static TupleList Tuples(FileLines lines, ImmutableArray<FileLine> rows, ValueFile file) => new(
        [.. Summed(rows).Select(line => new WeightedTuple(line.Cells, line.Weight))], lines.Start)
    { File = file };

    // In the order of their first lines.
    private static IEnumerable<(ImmutableArray<SchemaScalar> Cells, decimal Weight)> Summed(ImmutableArray<FileLine> rows)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var summed = new List<(ImmutableArray<SchemaScalar> Cells, decimal Weight)>();
        foreach (FileLine line in rows)
        {
            string key = line.Cells.Length == 1 && !line.Cells[0].IsNull
                ? line.Cells[0].Text
                : string.Join('\u001f', line.Cells.Select(cell => cell.IsNull ? "\0" : cell.Text));
            if (places.TryAdd(key, summed.Count))
                summed.Add((line.Cells, line.Weight));
            else
                summed[places[key]] = (line.Cells, summed[places[key]].Weight + line.Weight);
        }

        return summed;
    }

    /// <summary>The lines of a file and where it says what they weigh.</summary>
    private sealed record FileLines(ImmutableArray<FileLine> Rows, SourcePosition Start);

    /// <summary>What is taken of one line.</summary>
    private sealed record FileLine(ImmutableArray<SchemaScalar> Condition, ImmutableArray<SchemaScalar> Cells, decimal Weight);

    /// <summary>How a list is made of lines, and which columns it takes where the schema names none.</summary>
    private sealed record ListKind<T>(ImmutableArray<string> Columns, Func<FileLines, ImmutableArray<FileLine>, ValueFile, T> Make);
}
