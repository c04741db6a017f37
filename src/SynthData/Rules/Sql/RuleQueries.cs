using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Rules.Validation;
using SynthData.Schema;

namespace SynthData.Rules.Sql;

/// <summary>Prints what a table's rows must keep as queries that select what breaks it.</summary>
/// <remarks>A query over right data selects nothing. Errors of expressions are what the engine makes of them.</remarks>
internal sealed class RuleQueries(DatasetPlan plan, TablePlan table, SqlDialect dialect)
{
    private readonly List<RuleQuery> queries = [];

    public IReadOnlyList<RuleQuery> Make()
    {
        foreach (CellPlan cell in table.Cells.Where(cell => cell.Column is { IsHidden: false } && cell.Source is not (LookupCells or TupleCells or FaultLabelCells)))
            AddCell(cell);
        foreach (IGrouping<int, CellPlan> together in table.Cells.Where(cell => cell.Source is TupleCells).GroupBy(cell => ((TupleCells)cell.Source).RowSlot))
        {
            Add($"tuples {string.Join(", ", together.Select(cell => cell.Name))}", rows =>
                Rows(rows, new SqlTuples(rows, table.Cells[together.Key], [.. together], dialect).Violation()));
        }

        for (int row = 0; row < table.Schema.Pinned.Length; row++)
            AddPinned(row);
        foreach (ImmutableArray<int> covered in CoverageCheck.Of(table))
            AddCovered(covered);
        foreach (ReferencePlan reference in ReferencePlan.Of(table))
            AddReference(reference);
        AddPosition();
        foreach (ColumnSchema column in table.Schema.Columns.Where(column => column.IsUnique && !column.IsHidden))
            AddUnique($"unique {column.StreamName}", [.. column.Names.Select(name => table.Find(name)!.Slot)], isKey: false);
        foreach (RowRulePlan rule in table.RowRules)
            Add($"rule {rule.Name}", rows => Rows(rows, $"NOT ({rows.Expression(rule.Check)})"));
        foreach (TableRulePlan rule in table.TableRules)
            AddRule(rule);
        return queries;
    }

    private void AddCell(CellPlan cell)
    {
        Add($"column {cell.Name}", rows => new SqlSource(rows, cell, dialect).Violation() is { } violation
            ? Rows(rows, $"{(cell.Source is ExpressionCells ? "" : $"{rows.Slot(cell.Slot)} IS NOT NULL AND ")}{When(rows, cell, "IS TRUE AND ")}{violation}")
            : null);
        if (cell.Source is RangeCells { IsOrdered: true } or TimeSeriesCells)
            Add($"column {cell.Name} does not fall within its parent", rows => Falls(rows, cell));
        if (cell.When is not null)
            Add($"column {cell.Name} is null unless its condition is TRUE", rows =>
                Rows(rows, $"{When(rows, cell, "IS NOT TRUE AND ")}{rows.Slot(cell.Slot)} IS NOT NULL"));
        else if (cell.Nulls is null && cell.Source is SequenceCells or UuidCells or PositionCells or SemanticCells or PatternCells
            && !table.Schema.Key.Contains(cell.Name))
            Add($"column {cell.Name} is never null", rows => Rows(rows, $"{rows.Slot(cell.Slot)} IS NULL"));
    }

    private void AddPinned(int row)
    {
        CellPlan[] cells = [.. table.Schema.Pinned[row].Columns.Select(name => table.Find(name)!)];
        if (cells.Length == 0)
            return;
        Add(string.Create(CultureInfo.InvariantCulture, $"pinned row {row + 1}"), rows =>
        {
            string equal = string.Join(" AND ", cells.Select(cell => Pinned(rows, cell, cell.Pins!.Find(row))));
            return $"SELECT 1\nWHERE NOT EXISTS (SELECT 1 FROM {rows.From} WHERE {equal})";
        });
    }

    private void AddCovered(ImmutableArray<int> slots)
    {
        string names = string.Join(", ", slots.Select(slot => table.Cells[slot].Name));
        Add($"coverage of {names}", rows =>
        {
            // The literals carry their types, since a list of values has none of its own.
            IEnumerable<string> values = CoverageCheck.Rows(table, slots).Select(row => $"({string.Join(", ", row.Select((cell, place) => Typed(cell, table.Cells[slots[place]].Type)))})").Distinct();
            string equal = string.Join(" AND ", slots.Select((slot, place) => $"{rows.Slot(slot)} IS NOT DISTINCT FROM c.c{place}"));
            string columns = string.Join(", ", slots.Select((_, place) => $"c{place}"));
            return $"SELECT c.*\nFROM (VALUES {string.Join(", ", values)}) AS c({columns})\nWHERE NOT EXISTS (SELECT 1 FROM {rows.From} WHERE {equal})";
        });
    }

    private string Typed(Column cell, ColumnType type) =>
        $"CAST({(cell.IsNull(0) ? "NULL" : SqlSpelling.Literal(cell, 0, type, dialect))} AS {SqlSpelling.Type(type, dialect)})";

    private string Pinned(SqlRows rows, CellPlan cell, int place) => cell.Pins!.Cells.IsNull(place)
        ? $"{rows.Slot(cell.Slot)} IS NULL"
        : $"{rows.Slot(cell.Slot)} = {SqlSpelling.Literal(cell.Pins.Cells, place, cell.Type, dialect)}";

    private static string When(SqlRows rows, CellPlan cell, string test) => cell.When is null ? "" : $"({rows.Expression(cell.When)}) {test}";

    private void AddReference(ReferencePlan reference)
    {
        TablePlan parent = plan.Tables[reference.ParentTable];
        string names = string.Join(", ", reference.Columns.Select(slot => table.Cells[slot].Name));
        Add($"reference {names} to {parent.Name}", rows => Missing(rows, parent, reference.Columns, reference.Targets));
        CellPlan row = table.Cells[reference.RowSlot];
        if (row.When is not null)
            Add($"reference {names} is null unless its condition is TRUE", rows =>
                Rows(rows, $"{When(rows, row, "IS NOT TRUE AND ")}{rows.Slot(reference.Columns[0])} IS NOT NULL"));
        else if (row.Nulls is null && row.Source is not ReferenceRowCells { IsEarlier: true }
            && !reference.Columns.Any(slot => table.Schema.Key.Contains(table.Cells[slot].Name)))
            Add($"reference {names} is never null", rows => Rows(rows, string.Join(" OR ", reference.Columns.Select(slot => $"{rows.Slot(slot)} IS NULL"))));
    }

    private static string Missing(SqlRows rows, TablePlan parent, ImmutableArray<int> columns, ImmutableArray<int> targets)
    {
        if (!parent.Schema.IsWritten)
            throw new NotInSqlException($"table '{parent.Name}' is never written");
        string given = string.Join(" AND ", columns.Select(slot => $"{rows.Slot(slot)} IS NOT NULL"));
        string equal = string.Join(" AND ", columns.Zip(targets, (own, target) => $"p.{SqlSpelling.Name(parent.Cells[target].Name)} = {rows.Slot(own)}"));
        return Rows(rows, $"{given} AND NOT EXISTS (SELECT 1 FROM {SqlSpelling.Name(parent.Name)} AS p WHERE {equal})");
    }

    private void AddPosition()
    {
        ReferencePlan? parent = ReferencePlan.Of(table).FirstOrDefault(reference => reference.RowSlot == table.Per?.RowSlot);
        foreach (CellPlan cell in table.Cells.Where(cell => cell is { Column.IsHidden: false, Source: PositionCells } && parent is not null))
        {
            Add($"column {cell.Name} counts from 1 within its parent", rows =>
            {
                string group = List(rows, parent!.Columns);
                string number = rows.Slot(cell.Slot);
                return $"SELECT {group}\nFROM {rows.From}\n{Unmarked(rows)}GROUP BY {group}\n"
                    + $"HAVING min({number}) <> 1 OR max({number}) <> count(*) OR count(DISTINCT {number}) <> count(*)";
            });
        }
    }

    // The greatest value before a row, so that nulls between two values hide nothing.
    private string Falls(SqlRows rows, CellPlan cell)
    {
        (ImmutableArray<int> parent, int number) = SqlRows.Order(table);
        string greatest = $"max({rows.Slot(cell.Slot)}) OVER (PARTITION BY {List(rows, parent)} ORDER BY {rows.Slot(number)} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)";
        return $"SELECT *\nFROM (SELECT r.*, {greatest} AS \"greatest,before\" FROM {rows.From}) AS o\nWHERE o.{SqlSpelling.Name(cell.Name)} < o.\"greatest,before\"";
    }

    private void AddUnique(string name, ImmutableArray<int> slots, bool isKey)
    {
        Add(name, rows =>
        {
            string group = List(rows, slots);
            string given = string.Join(" AND ", slots.Select(slot => $"{rows.Slot(slot)} IS NOT NULL"));
            return $"SELECT {group}, count(*)\nFROM {rows.From}\nWHERE {given}{rows.Guard}\nGROUP BY {group}\nHAVING count(*) > 1";
        });
        if (isKey)
            Add($"{name} is never null", rows => Rows(rows, string.Join(" OR ", slots.Select(slot => $"{rows.Slot(slot)} IS NULL"))));
    }

    private void AddRule(TableRulePlan rule)
    {
        switch (rule)
        {
            case UniqueCheck unique:
                AddUnique(unique.Name, unique.Slots, unique.RefusesNull);
                break;
            case DependsCheck depends:
                Add($"rule {depends.Name}: {table.Cells[depends.Determined].Name}", rows =>
                {
                    string group = List(rows, depends.By);
                    string value = rows.Slot(depends.Determined);
                    string given = string.Join(" AND ", depends.By.Select(slot => $"{rows.Slot(slot)} IS NOT NULL"));
                    return $"SELECT {group}\nFROM {rows.From}\nWHERE {given}{rows.Guard}\nGROUP BY {group}\n"
                        + $"HAVING count(DISTINCT {value}) + max(CASE WHEN {value} IS NULL THEN 1 ELSE 0 END) > 1";
                });
                break;
            case ShareCheck share:
                Add($"rule {share.Name}", rows =>
                {
                    string average = $"avg(CASE WHEN {rows.Expression(share.Condition)} THEN 1.0 ELSE 0.0 END)";
                    return string.Create(CultureInfo.InvariantCulture, $"SELECT {average}\nFROM {rows.From}\n{Unmarked(rows)}HAVING abs({average} - {share.Is}) > {share.Within}");
                });
                break;
            case RowsCheck count:
                Add($"rule {count.Name}", rows => string.Create(
                    CultureInfo.InvariantCulture, $"SELECT count(*)\nFROM {rows.From}\nHAVING count(*) NOT BETWEEN {count.Low} AND {count.High}"));
                break;
            case ForeignKeyCheck key:
                Add(key.Name, rows => Missing(rows, plan.Tables[key.ParentTable], [key.Slot], [key.ParentSlot]));
                break;
        }
    }

    // What a query reads decides what it joins, so the FROM is printed after the rest.
    private static string Rows(SqlRows rows, string where) => rows.Guard is { Length: > 0 } guard ? $"SELECT r.*\nFROM {rows.From}\nWHERE ({where}){guard}" : $"SELECT r.*\nFROM {rows.From}\nWHERE {where}";

    private static string Unmarked(SqlRows rows) => rows.Guard.Length > 0 ? $"WHERE TRUE{rows.Guard}\n" : "";

    private static string List(SqlRows rows, IEnumerable<int> slots) => string.Join(", ", slots.Select(rows.Slot));

    private void Add(string rule, Func<SqlRows, string?> make)
    {
        try
        {
            if (make(new SqlRows(plan, table, dialect)) is { } sql)
                queries.Add(new RuleQuery(table.Name, rule, sql));
        }
        catch (NotInSqlException reason)
        {
            queries.Add(new RuleQuery(table.Name, rule, Sql: null, reason.Message));
        }
    }
}
