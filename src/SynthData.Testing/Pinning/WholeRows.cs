using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Testing.Pinning;

/// <summary>Checks rows that were pinned as a whole: what of them is made and not pinned has to come out as they say.</summary>
internal static class WholeRows
{
    /// <exception cref="FixtureException">A cell differs (SD8430); all are told.</exception>
    public static void Check(GenerationPlan plan, ImmutableDictionary<string, ImmutableArray<ListedRow>> pinned)
    {
        var bag = new DiagnosticBag();
        foreach ((string table, ImmutableArray<ListedRow> rows) in pinned.Where(table => table.Value.Any(row => row.IsWhole)))
            Check(TableCells.Read(plan, table, Math.Min(rows.Length, plan.RowCount(table))), plan, table, rows, bag);
        if (bag.HasErrors)
            throw new FixtureException(bag.InFileOrder());
    }

    private static void Check(TableCells made, GenerationPlan plan, string name, ImmutableArray<ListedRow> rows, DiagnosticBag bag)
    {
        TablePlan table = plan.Run.Plan.Tables.First(one => one.Name == name);
        for (int column = 0; column < made.Columns.Length; column++)
        {
            BatchColumn cells = made.Columns[column];
            if (table.Find(cells.Name) is { Pins: not null })
                continue;
            for (int row = 0; row < made.Rows.Length; row++)
            {
                if (rows[row].IsWhole && rows[row].Cells.TryGetValue(cells.Name, out SchemaScalar? wanted) && !Equals(Parsed(wanted, cells.Type), made.Rows[row][column]))
                    bag.Add(FixtureDiagnostics.PinnedRowDiffers, wanted.Position, row, name, cells.Name, Shown(wanted), made.Rows[row][column] ?? "null");
            }
        }
    }

    private static object? Parsed(SchemaScalar wanted, ColumnType type)
    {
        if (wanted.IsNull)
            return null;
        Column cell = Column.For(type);
        cell.Reset(1);
        return CellText.TryParse(wanted.Text, type, cell, 0) ? CellText.ToObject(cell, 0, type) : wanted.Text;
    }

    private static string Shown(SchemaScalar wanted) => wanted.IsNull ? "null" : wanted.Text;
}
