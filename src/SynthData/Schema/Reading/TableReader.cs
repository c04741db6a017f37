using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads one table.</summary>
internal sealed class TableReader(string name, SourcePosition position, MapNode map, SchemaReading reading)
{
    internal static readonly string[] Known = ["about", "rows", "key", "columns", "output", "rules", "pinned", "coverage", "correlations", "axes", "unsolved"];

    private readonly string what = $"table '{name}'";

    public TableSchema Read()
    {
        int before = reading.Reported;
        reading.CheckKeys(map, what, Known);
        RowsSchema? rows = ReadRows();
        int beforeColumns = reading.Reported;
        ImmutableArray<ColumnSchema> columns = ReadColumns(rows);
        int afterColumns = reading.Reported;
        (AxesSchema? axes, ImmutableArray<ColumnSchema> drawn) = new AxesReader(name, reading).Read(map["axes"], columns);
        ImmutableArray<string> key = NameList.Read(map["key"], $"'key' of {what}", reading);
        var table = new TableSchema
        {
            Name = name,
            Position = position,
            About = reading.Text(map["about"], $"'about' of {what}"),
            Rows = rows ?? new FixedRows(0, position),
            Key = key,
            KeyPosition = map["key"]?.Position,
            Columns = columns.IsEmpty ? columns : [.. columns, .. drawn],
            Axes = axes,
            IsWritten = reading.Flag(map["output"], $"'output' of {what}", otherwise: true),
            Rules = new RuleReader(name, reading).Read(map["rules"]),
            Pinned = ReadPinned(rows, columns),
            Coverage = ReadCoverage(rows, columns),
            Unsolved = ReadUnsolved(columns),
            UnsolvedPosition = map["unsolved"]?.Position,
            Correlations = new CorrelationReader(name, reading).Read(map["correlations"]),
        };
        return table with { IsIncomplete = beforeColumns > before || reading.Reported > afterColumns || (columns.IsEmpty && rows is not FileRows) };
    }

    private ImmutableArray<ListedRow> ReadPinned(RowsSchema? rows, ImmutableArray<ColumnSchema> columns)
    {
        if (map["pinned"] is not { } node)
            return [];
        if (rows is ListedRows or FileRows)
            reading.Report(ListDiagnostics.PinnedListed, map.Find("pinned")!.Position, name);
        ImmutableArray<ListedRow> pinned = new RowsReader(name, reading).ReadPinned(node);
        string[] known = [.. columns.SelectMany(column => column.Names)];
        foreach (ListedRow row in pinned)
            CheckColumns(row.Columns, $"a pinned row of {what}", row.Position, known);
        return pinned;
    }

    private CoverageSchema? ReadCoverage(RowsSchema? rows, ImmutableArray<ColumnSchema> columns)
    {
        string where = $"'coverage' of {what}";
        if (map["coverage"] is not { } node || reading.Map(node, where, "{ each: [COLUMN] } or { all: [COLUMN, COLUMN] }") is not { } coverage)
            return null;
        if (rows is ListedRows or FileRows)
            reading.Report(ListDiagnostics.CoverageListed, map.Find("coverage")!.Position, name);
        reading.CheckKeys(coverage, where, ["each", "all"]);
        if (coverage["each"] is null && coverage["all"] is null)
            reading.Report(SchemaDiagnostics.MissingKey, coverage.Position, where, "each", "[COLUMN]");
        ImmutableArray<string> each = NameList.Read(coverage["each"], $"'each' in {where}", reading);
        ImmutableArray<string> all = NameList.Read(coverage["all"], $"'all' in {where}", reading);
        CheckColumns(each.Concat(all), where, coverage.Position, [.. columns.SelectMany(column => column.Names)]);
        return new CoverageSchema(each, all, coverage.Position);
    }

    private UnsolvedChoice ReadUnsolved(ImmutableArray<ColumnSchema> columns)
    {
        string where = $"'unsolved' of {what}";
        if (map["unsolved"] is not { } node || reading.Scalar(node, where, "fail, redraw or fallback") is not { } scalar)
            return UnsolvedChoice.Fail;
        if (!columns.Any(column => column.Source is PromptSource))
            reading.Report(UnsolvedDiagnostics.NothingToSolve, scalar.Position, name);
        switch (scalar.Text)
        {
            case "fail":
                return UnsolvedChoice.Fail;
            case "redraw":
                return UnsolvedChoice.Redraw;
            case "fallback":
                return UnsolvedChoice.Fallback;
            default:
                reading.BadLiteral(scalar, where, "'fail', 'redraw' or 'fallback'");
                return UnsolvedChoice.Fail;
        }
    }

    private RowsSchema? ReadRows()
    {
        if (map["rows"] is { } node)
            return new RowsReader(name, reading).Read(node);
        reading.Report(SchemaDiagnostics.MissingKey, position, what, "rows", "1_000");
        return null;
    }

    // Listed rows make the columns themselves where none are written; those of a file are known once it is read.
    private ImmutableArray<ColumnSchema> ReadColumns(RowsSchema? rows)
    {
        var listed = rows as ListedRows;
        string[] inRows = [.. listed?.Rows.SelectMany(row => row.Columns).Distinct(StringComparer.Ordinal) ?? []];
        if (map["columns"] is not { } node)
        {
            if (rows is not (ListedRows or FileRows))
                reading.Report(SchemaDiagnostics.MissingKey, position, what, "columns", "{ … }");
            return listed is null ? [] : [.. inRows.Select(column => new ColumnSchema { Names = [column], Position = listed.Position })];
        }

        if (reading.Map(node, $"'columns' of {what}", "a map from name to column") is not { } columnMap)
            return [];
        if (columnMap.Entries.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, columnMap.Position, $"'columns' of {what}", "column");

        var register = new NameRegister(reading, $"columns of table '{name}'");
        var columns = ImmutableArray.CreateBuilder<ColumnSchema>();
        foreach (MapEntry entry in columnMap.Entries)
        {
            IReadOnlyList<string> names = Names.OfColumn(entry, reading);
            if (names.Count > 0 && names.All(column => register.Add(column, entry.Position)))
                columns.Add(new ColumnReader(name, [.. names], entry, reading).Read(names.All(inRows.Contains) && inRows.Length > 0));
        }

        AddLabels(columns, register);
        foreach (ListedRow row in listed?.Rows ?? [])
            CheckColumns([.. row.Cells.Keys.Order(StringComparer.Ordinal)], $"a row of {what}", row.Position, register.All);
        return columns.ToImmutable();
    }

    // The columns that mark faults stand behind all others, in the order of their first mention.
    private void AddLabels(ImmutableArray<ColumnSchema>.Builder columns, NameRegister register)
    {
        foreach (FaultsSchema faults in columns.Select(column => column.Faults).OfType<FaultsSchema>().DistinctBy(faults => faults.Label).ToArray())
        {
            if (columns.Any(column => column.Names.Contains(faults.Label)))
                reading.Report(ListDiagnostics.LabelTaken, faults.LabelPosition, faults.Label, name);
            else if (register.Add(faults.Label, faults.LabelPosition))
                columns.Add(new ColumnSchema
                {
                    Names = [faults.Label],
                    Position = faults.LabelPosition,
                    Type = ColumnType.Text,
                    Source = new FaultLabelSource(faults.LabelPosition),
                });
        }
    }

    private void CheckColumns(IEnumerable<string> columns, string where, SourcePosition place, IReadOnlyCollection<string> known)
    {
        foreach (string column in columns.Where(column => !known.Contains(column)))
        {
            reading.Report(
                SchemaDiagnostics.UnknownColumn, place, where, column, name, Suggestion.For(column, known), string.Join(", ", known));
        }
    }
}
