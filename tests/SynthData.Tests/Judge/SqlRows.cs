using System.Text;
using SynthData.Planning;

namespace SynthData.Tests.Judge;

/// <summary>The FROM of a query over one table: each parent that a dotted name reads is joined once.</summary>
internal sealed class SqlRows(DatasetPlan plan, TablePlan table)
{
    private readonly Dictionary<(string Alias, int RowSlot), string> joined = [];
    private readonly StringBuilder from = new($"{Quote(table.Name)} AS r");

    public string From => from.ToString();

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The columns that a reference fills.</summary>
    public static IEnumerable<(CellPlan Cell, LookupCells Lookup)> ReferenceColumns(TablePlan table, int rowSlot) =>
        table.Cells.Where(cell => cell.Column is not null && cell.Source is LookupCells lookup && lookup.RowSlot == rowSlot)
            .Select(cell => (cell, (LookupCells)cell.Source));

    /// <summary>The SQL of a slot of the table.</summary>
    public string Slot(int slot) => Slot("r", table, slot);

    private string Slot(string alias, TablePlan of, int slot)
    {
        CellPlan cell = of.Cells[slot];
        if (cell.Column is not null)
            return $"{alias}.{Quote(cell.Name)}";
        var lookup = (LookupCells)cell.Source;
        return Slot(Join(alias, of, lookup), plan.Tables[lookup.ParentTable], lookup.ParentSlot);
    }

    private string Join(string alias, TablePlan of, LookupCells lookup)
    {
        if (joined.TryGetValue((alias, lookup.RowSlot), out string? parent))
            return parent;
        joined[(alias, lookup.RowSlot)] = parent = $"p{joined.Count}";
        TablePlan parentTable = plan.Tables[lookup.ParentTable];
        IEnumerable<string> keys = of.Cells[lookup.RowSlot].Source is KeyRowCells key
            ? [$"{Slot(alias, of, key.KeySlot)} = {parent}.{Quote(parentTable.Cells[key.ParentSlot].Name)}"]
            : ReferenceColumns(of, lookup.RowSlot)
                .Select(column => $"{alias}.{Quote(column.Cell.Name)} = {parent}.{Quote(parentTable.Cells[column.Lookup.ParentSlot].Name)}");
        from.Append($" LEFT JOIN {Quote(parentTable.Name)} AS {parent} ON {string.Join(" AND ", keys)}");
        return parent;
    }
}
