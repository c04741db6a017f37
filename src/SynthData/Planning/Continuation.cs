using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Rows that go on where an earlier run ended: which tables they are of, and whether what was made before stays as it is.</summary>
internal static class Continuation
{
    /// <summary>Whether a table has rows before those that are made: by request, or as children of such a table.</summary>
    public static bool Grows(DatasetPlan plan, int table)
    {
        for (int steps = 0; steps <= plan.Tables.Length; steps++)
        {
            if (plan.RowsFrom.ContainsKey(plan.Tables[table].Name))
                return true;
            if (plan.Tables[table].Per is not { } per)
                return false;
            table = per.ParentTable;
        }

        return false;
    }

    /// <summary>Tells of starts that no table has.</summary>
    public static void CheckRequest(PlanDraft plan)
    {
        foreach ((string name, long from) in plan.Request.RowsFrom)
        {
            SourcePosition? position = plan.FindOrTell(name, null)?.Schema.Rows.Position;
            string? why = plan.Find(name)?.Schema.Rows switch
            {
                null => null,
                _ when from < 0 => "rows are counted from 0",
                _ when plan.Request.IsSharded => "a part is cut from all rows of a table",
                FixedRows => null,
                ListedRows => "its rows are listed",
                _ => "they follow those of its parents, which is what can be asked for",
            };
            if (why is not null)
                plan.Bag.Add(ContinuationDiagnostics.NoSuchStart, position, from, name, why);
        }
    }

    /// <summary>Tells of written columns that more rows change: what was made before would not be what a whole run makes.</summary>
    public static void CheckColumns(DatasetPlan plan, DiagnosticBag bag)
    {
        if (plan.RowsFrom.IsEmpty)
            return;
        foreach (TablePlan table in plan.Tables.Where(table => table.IsWritten && Grows(plan, table.Index)))
        {
            CellPlan[] moving = [.. table.Visible.Select(slot => table.Cells[slot]).Where(cell => !PrefixStable.IsTrueOf(plan, table, cell, index => Grows(plan, index)))];

            // Those that the others move with, where there are any.
            CellPlan[] causes = [.. moving.Where(cell => PrefixStable.MovesByItself(plan, table, cell, index => Grows(plan, index)))];
            foreach (CellPlan cell in causes.Length > 0 ? causes : moving)
                bag.Add(ContinuationDiagnostics.ColumnMoves, cell.Position, $"{table.Name}.{cell.Name}", cell.Keyword);
        }
    }
}
