using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules;

/// <summary>Verifies that every value of a column is a key of another table.</summary>
internal sealed class ForeignKeyVerifier(TablePlan table, ForeignKeyCheck rule) : ITableVerifier
{
    private HashSet<string>? known;

    public void Add(Frame frame, Func<int, int, Column> keys)
    {
        CellPlan cell = table.Cells[rule.Slot];
        known ??= Known(keys(rule.ParentTable, rule.ParentSlot), cell);
        for (int row = 0; row < frame.Count; row++)
        {
            if (frame[rule.Slot].IsNull(row))
                continue;
            string value = CellText.Format(frame[rule.Slot], row, cell.Type);
            if (!known.Contains(value))
            {
                ReferenceTo(out string parentTable, out string parentColumn);
                throw new GenerationException(RuleDiagnostics.KeyMissing.At(rule.Position, frame.Rows[row], table.Name, cell.Name, value, parentColumn, parentTable));
            }
        }
    }

    private void ReferenceTo(out string parentTable, out string parentColumn)
    {
        Schema.ReferenceTarget to = table.Cells[rule.Slot].Column!.To!;
        (parentTable, parentColumn) = (to.Table, to.Column);
    }

    private static HashSet<string> Known(Column cells, CellPlan cell)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < cells.Count; row++)
        {
            if (!cells.IsNull(row))
                known.Add(CellText.Format(cells, row, cell.Type));
        }

        return known;
    }
}
