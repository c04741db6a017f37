using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>Orders tables parents first, as written where nothing else decides.</summary>
internal static class TableOrder
{
    /// <summary>Indices of the draft's tables in order; what is in a circle is told and left in the order written.</summary>
    public static IReadOnlyList<int> Find(PlanDraft plan)
    {
        var order = new List<int>();
        var state = new byte[plan.Tables.Count];                    // 0 not seen, 1 on the path, 2 placed
        var path = new List<TableDraft>();
        foreach (TableDraft table in plan.Tables)
            Visit(plan, table, state, path, order);
        return order;
    }

    private static void Visit(PlanDraft plan, TableDraft table, byte[] state, List<TableDraft> path, List<int> order)
    {
        if (state[table.Index] == 2)
            return;
        if (state[table.Index] == 1)
        {
            IEnumerable<string> circle = path.SkipWhile(t => t != table).Append(table).Select(t => t.Name);
            plan.Bag.Add(PlanDiagnostics.TableCycle, table.Schema.Position, string.Join(" → ", circle));
            return;
        }

        state[table.Index] = 1;
        path.Add(table);
        foreach (TableDraft parent in Parents(plan, table))
            Visit(plan, parent, state, path, order);
        path.RemoveAt(path.Count - 1);
        state[table.Index] = 2;
        order.Add(table.Index);
    }

    private static IEnumerable<TableDraft> Parents(PlanDraft plan, TableDraft table)
    {
        IEnumerable<TableDraft?> parents = table.References.Select(TableDraft? (reference) => reference.Parent).Append(table.Per?.Parent)
            .Concat(table.Schema.Columns.Select(column => column.To is { } to ? plan.Find(to.Table) : null));
        return parents.OfType<TableDraft>().Where(parent => parent != table).Distinct();
    }
}
