using System.Text;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Tests.Judge;

/// <summary>The FROM of a query over one table: each parent that a dotted name reads is joined once.</summary>
/// <param name="plan">The plan.</param>
/// <param name="table">The table whose rows are asked for.</param>
/// <param name="alias">What they are called in the query.</param>
internal sealed class SqlRows(DatasetPlan plan, TablePlan table, string alias = "r")
{
    private readonly Dictionary<(string Alias, int RowSlot), string> joined = [];
    private readonly StringBuilder from = new($"{Quote(table.Name)} AS {alias}");

    public string From => from.ToString();

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The columns that a reference fills.</summary>
    public static IEnumerable<(CellPlan Cell, LookupCells Lookup)> ReferenceColumns(TablePlan table, int rowSlot) =>
        table.Cells.Where(cell => cell.Column is not null && cell.Source is LookupCells lookup && lookup.RowSlot == rowSlot)
            .Select(cell => (cell, (LookupCells)cell.Source));

    /// <summary>The SQL of a slot of the table.</summary>
    public string Slot(int slot) => Slot(alias, table, slot);

    private string Slot(string of, TablePlan cells, int slot)
    {
        CellPlan cell = cells.Cells[slot];
        if (cell.Column is not null)
            return $"{of}.{Quote(cell.Name)}";
        return cell.Source switch
        {
            AggregateCells aggregate => Aggregate(of, cells, aggregate),
            PreviousCells previous => Previous(of, cells, previous),
            LookupCells lookup => Slot(Join(of, cells, lookup), plan.Tables[lookup.ParentTable], lookup.ParentSlot),
            _ => throw new NotSupportedException($"Slot {slot} of {cells.Name} is no column and nothing that SQL can look up."),
        };
    }

    private string Aggregate(string of, TablePlan parents, AggregateCells aggregate)
    {
        TablePlan children = plan.Tables[aggregate.ChildTable];
        string child = $"{of}k";
        var rows = new SqlRows(plan, children, child);
        string argument = aggregate.Argument?.ToSql(SqlDialect.DuckDb, rows.Slot) ?? "*";
        IEnumerable<string> own = ReferenceColumns(children, children.Per!.RowSlot)
            .Select(column => $"{child}.{Quote(column.Cell.Name)} = {Slot(of, parents, column.Lookup.ParentSlot)}");
        string value = aggregate.Kind switch
        {
            AggregateKind.Count => $"count({argument})",
            AggregateKind.Sum => $"coalesce(sum({argument}), 0)",
            AggregateKind.Min => $"min({argument})",
            AggregateKind.Max => $"max({argument})",
            AggregateKind.BoolAnd => $"bool_and({argument})",
            _ => $"bool_or({argument})",
        };
        return $"(SELECT {value} FROM {rows.From} WHERE {string.Join(" AND ", own)})";
    }

    private string Previous(string of, TablePlan cells, PreviousCells previous)
    {
        CellPlan position = cells.Cells.First(cell => cell is { Column: not null, Source: PositionCells });
        string number = Quote(position.Name);
        string before = $"{of}b";
        IEnumerable<string> same = ReferenceColumns(cells, cells.Per!.RowSlot).Select(column => $"{before}.{Quote(column.Cell.Name)} = {of}.{Quote(column.Cell.Name)}");
        string first = previous.First.ToSql(SqlDialect.DuckDb, slot => Slot(of, cells, slot));
        return $"(CASE WHEN {of}.{number} = 1 THEN {first} ELSE (SELECT {before}.{Quote(cells.Cells[previous.Slot].Name)} FROM {Quote(cells.Name)} AS {before} "
            + $"WHERE {before}.{number} = {of}.{number} - 1 AND {string.Join(" AND ", same)}) END)";
    }

    private string Join(string of, TablePlan cells, LookupCells lookup)
    {
        if (joined.TryGetValue((of, lookup.RowSlot), out string? parent))
            return parent;
        joined[(of, lookup.RowSlot)] = parent = $"{alias}p{joined.Count}";
        TablePlan parentTable = plan.Tables[lookup.ParentTable];
        IEnumerable<string> keys = cells.Cells[lookup.RowSlot].Source is KeyRowCells key
            ? [$"{Slot(of, cells, key.KeySlot)} = {parent}.{Quote(parentTable.Cells[key.ParentSlot].Name)}"]
            : ReferenceColumns(cells, lookup.RowSlot)
                .Select(column => $"{of}.{Quote(column.Cell.Name)} = {parent}.{Quote(parentTable.Cells[column.Lookup.ParentSlot].Name)}");
        from.Append($" LEFT JOIN {Quote(parentTable.Name)} AS {parent} ON {string.Join(" AND ", keys)}");
        return parent;
    }
}
