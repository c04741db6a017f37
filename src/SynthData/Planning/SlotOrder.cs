using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Orders a table's slots so that each comes after those it reads.</summary>
internal static class SlotOrder
{
    /// <summary>Slots in order; a circle is told once.</summary>
    public static IReadOnlyList<int> Find(TableDraft table, DiagnosticBag bag)
    {
        var order = new List<int>();
        var state = new byte[table.Cells.Count];                   // 0 not seen, 1 on the path, 2 placed
        var path = new List<int>();
        for (int slot = 0; slot < state.Length; slot++)
            Visit(table, slot, state, path, order, bag);
        return order;
    }

    private static void Visit(TableDraft table, int slot, byte[] state, List<int> path, List<int> order, DiagnosticBag bag)
    {
        if (state[slot] == 2)
            return;
        if (state[slot] == 1)
        {
            IEnumerable<string> circle = path.SkipWhile(s => s != slot).Append(slot).Select(s => table.Cells[s]).Where(cell => !cell.IsUnnamed).Select(cell => cell.Name);
            bag.Add(PlanDiagnostics.ColumnCycle, table.Cells[slot].Column?.Position ?? table.Schema.Position, table.Name, string.Join(" → ", circle));
            return;
        }

        state[slot] = 1;
        path.Add(slot);
        foreach (int input in table.Cells[slot].Inputs)
            Visit(table, input, state, path, order, bag);
        path.RemoveAt(path.Count - 1);
        state[slot] = 2;
        order.Add(slot);
    }
}
