using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Rules.Validation;

namespace SynthData.Rules.Sql;

/// <summary>The rows of a table in a query, joined by key to the rows that an expression reads through references.</summary>
/// <remarks>The table's own rows are <c>r</c>, those that a reference leads to are named after it: <c>"r.customer"</c>.</remarks>
/// <param name="own">What the table's own rows are called.</param>
internal sealed class SqlRows(DatasetPlan plan, TablePlan table, SqlDialect dialect, string own = "r")
{
    private readonly List<(string Alias, string Join)> joins = [];
    private readonly SortedSet<string> guards = new(StringComparer.Ordinal);

    /// <summary>What follows FROM.</summary>
    public string From => $"{SqlSpelling.Name(table.Name)} AS {Quoted(own)}{string.Concat(joins.Select(join => join.Join))}";

    /// <summary>What follows a condition over the slots asked for: rows whose cells are marked as faulty are not judged. Empty where none can be.</summary>
    public string Guard => string.Concat(guards.Select(guard => $" AND {guard}"));

    public string Slot(int slot) => Slot(own, table, slot);

    public string Expression(BoundExpression expression) => expression.ToSql(dialect, Slot);

    /// <exception cref="NotInSqlException">A slot is not in the data and cannot be computed by a query.</exception>
    private string Slot(string alias, TablePlan from, int slot)
    {
        CellPlan cell = from.Cells[slot];
        if (cell.Faults is { } faults)
            guards.Add($"{Quoted(alias)}.{SqlSpelling.Name(from.Cells[faults.LabelSlot].Name)} IS NULL");
        if (cell.Column is { IsHidden: false })
            return $"{Quoted(alias)}.{SqlSpelling.Name(cell.Name)}";
        return cell.Source switch
        {
            LookupCells lookup when cell.Column is null => Slot(Join(alias, from, lookup), plan.Tables[lookup.ParentTable], lookup.ParentSlot),
            PreviousCells previous => Before(alias, from, previous),
            AggregateCells aggregate => Children(alias, from, cell, aggregate),
            ExpressionCells expression when cell.Nulls is null => Computed(alias, from, cell, expression.Expression),
            _ => throw new NotInSqlException($"'{from.Name}.{cell.Name}' is in no file and no query computes it"),
        };
    }

    private string Computed(string alias, TablePlan from, CellPlan cell, BoundExpression expression)
    {
        string sql = $"CAST({expression.ToSql(dialect, slot => Slot(alias, from, slot))} AS {SqlSpelling.Type(cell.Type, dialect)})";
        return cell.When is null ? sql : $"CASE WHEN {cell.When.ToSql(dialect, slot => Slot(alias, from, slot))} THEN {sql} END";
    }

    /// <summary>The columns that say which row of a parent comes before another: those of its key, and its number.</summary>
    /// <exception cref="NotInSqlException">The table has no such columns to see.</exception>
    public static (ImmutableArray<int> Parent, int Number) Order(TablePlan table) =>
        PreviousRow.KeyOf(table) is { } key && !table.Cells[key[^1]].Column!.IsHidden ? (key[..^1], key[^1]) : throw new NotInSqlException(PreviousRow.NoKey(table));

    private string Children(string alias, TablePlan from, CellPlan cell, AggregateCells aggregate)
    {
        TablePlan children = plan.Tables[aggregate.ChildTable];
        ReferencePlan? reference = ReferencePlan.Of(children).FirstOrDefault(one => one.RowSlot == children.Per!.RowSlot && one.ParentTable == from.Index);
        if (reference is null || !children.Schema.IsWritten)
            throw new NotInSqlException(reference is null ? $"no column says which row of '{from.Name}' a row of '{children.Name}' belongs to" : $"table '{children.Name}' is never written");
        var rows = new SqlRows(plan, children, dialect, $"{alias},{children.Name}");
        string value = Aggregate.ToSql(aggregate.Kind, aggregate.Argument is { } argument ? rows.Expression(argument) : null);
        IEnumerable<string> pairs = reference.Columns.Zip(reference.Targets, (child, target) => $"{rows.Slot(child)} = {Slot(alias, from, target)}");
        string where = string.Join(" AND ", pairs);
        if (rows.Guard.Length > 0)
            throw new NotInSqlException($"cells of '{children.Name}' may be faulty");
        return $"(SELECT CAST({value} AS {SqlSpelling.Type(cell.Type, dialect)}) FROM {rows.From} WHERE {where})";
    }

    // The comma keeps the alias off every other: no column's name has one.
    private string Before(string alias, TablePlan from, PreviousCells previous)
    {
        if (from.Cells[previous.Slot].Faults is not null)
            throw new NotInSqlException($"'{from.Name}.{from.Cells[previous.Slot].Name}' may be faulty in the row before");
        (ImmutableArray<int> parent, int number) = Order(from);
        string joined = alias + ",before";
        string own = Slot(alias, from, number);
        if (!joins.Exists(join => join.Alias == joined))
        {
            IEnumerable<string> pairs = parent.Select(slot => $"{Slot(joined, from, slot)} = {Slot(alias, from, slot)}");
            joins.Add((joined, $"\n  LEFT JOIN {SqlSpelling.Name(from.Name)} AS {Quoted(joined)} ON {string.Join(" AND ", pairs)} AND {Slot(joined, from, number)} = {own} - 1"));
        }

        return $"CASE WHEN {own} = 1 THEN {previous.First.ToSql(dialect, slot => Slot(alias, from, slot))} ELSE {Slot(joined, from, previous.Slot)} END";
    }

    private string Join(string alias, TablePlan from, LookupCells lookup)
    {
        TablePlan parent = plan.Tables[lookup.ParentTable];
        ReferencePlan reference = ReferencePlan.Of(from).FirstOrDefault(reference => reference.RowSlot == lookup.RowSlot)
            ?? throw new NotInSqlException($"no column says which row of '{parent.Name}' a row belongs to");
        if (!parent.Schema.IsWritten)
            throw new NotInSqlException($"table '{parent.Name}' is never written");
        string joined = $"{alias}.{from.Cells[reference.Columns[0]].Name}";
        if (!joins.Exists(join => join.Alias == joined))
        {
            IEnumerable<string> pairs = reference.Columns.Zip(
                reference.Targets, (own, target) => $"{Quoted(joined)}.{SqlSpelling.Name(parent.Cells[target].Name)} = {Slot(alias, from, own)}");
            joins.Add((joined, $"\n  LEFT JOIN {SqlSpelling.Name(parent.Name)} AS {Quoted(joined)} ON {string.Join(" AND ", pairs)}"));
        }

        return joined;
    }

    private static string Quoted(string alias) => alias == "r" ? alias : SqlSpelling.Name(alias);
}

/// <summary>Something that no query over the data can say.</summary>
internal sealed class NotInSqlException(string why) : Exception(why);
