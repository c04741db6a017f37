using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Planning;

/// <summary>What must be made before what, across tables: cells, the draws that rules decide, and the numbers of children.</summary>
/// <remarks>
/// Parents come before children, but an aggregate turns back to the children, so that tables in order no longer rule out a circle.
/// An earlier row of the same table is another row each time, which ends by itself.
/// </remarks>
internal sealed class RowDependence(ImmutableArray<TablePlan> tables)
{
    private enum Thing
    {
        /// <summary>A cell at some draw of its row.</summary>
        Cell,

        /// <summary>A cell as it is written.</summary>
        Final,

        /// <summary>Which draw of a row is its last.</summary>
        Draw,

        /// <summary>How many children there are.</summary>
        Count,
    }

    /// <summary>Tells each circle once, at the aggregate in it.</summary>
    public void TellCircles(DiagnosticBag bag)
    {
        var state = new Dictionary<Node, bool>();               // false on the path, true done
        foreach (Node aggregate in Aggregates())
            Visit(aggregate, state, [], bag);
    }

    /// <summary>Tells of counts that follow from aggregates: children are counted before any row is made.</summary>
    public void TellCounts(DiagnosticBag bag)
    {
        foreach (TablePlan table in tables.Where(table => table.Per is not null))
        {
            var seen = new HashSet<Node>();
            var open = new Stack<Node>([new Node(table.Index, Thing.Count, 0)]);
            while (open.TryPop(out Node node))
            {
                if (!seen.Add(node))
                    continue;
                if (node.Thing == Thing.Cell && tables[node.Table].Cells[node.Slot].Source is AggregateCells)
                {
                    bag.Add(OtherRowDiagnostics.CountReadsAggregate, table.Schema.Rows.Position, table.Name, Name(node));
                    break;
                }

                foreach (Node needed in Needs(node, hasOwnRows: true))
                    open.Push(needed);
            }
        }
    }

    private IEnumerable<Node> Aggregates() => tables.SelectMany(
        table => table.Cells.Where(cell => cell.Source is AggregateCells).Select(cell => new Node(table.Index, Thing.Cell, cell.Slot)));

    private void Visit(Node node, Dictionary<Node, bool> state, List<Node> path, DiagnosticBag bag)
    {
        if (state.TryGetValue(node, out bool isDone))
        {
            if (!isDone)
                Tell([.. path.SkipWhile(step => step != node), node], bag);
            return;
        }

        state[node] = false;
        path.Add(node);
        foreach (Node needed in Needs(node, hasOwnRows: false))
            Visit(needed, state, path, bag);
        path.RemoveAt(path.Count - 1);
        state[node] = true;
    }

    private void Tell(ImmutableArray<Node> circle, DiagnosticBag bag)
    {
        AggregateCells aggregate = circle.Where(node => node.Thing == Thing.Cell).Select(node => tables[node.Table].Cells[node.Slot].Source).OfType<AggregateCells>().First();
        string[] names = [.. circle.Select(Name).Where(name => name.Length > 0)];
        bag.Add(OtherRowDiagnostics.AggregateCycle, aggregate.Position, string.Join(" → ", names.Where((name, place) => place == 0 || names[place - 1] != name)));
    }

    private string Name(Node node) => node.Thing switch
    {
        Thing.Draw => $"drawing a row of {tables[node.Table].Name}",
        Thing.Count => $"how many {tables[node.Table].Name} there are",
        _ when tables[node.Table].Cells[node.Slot].IsUnnamed => "",
        _ => $"{tables[node.Table].Name}.{tables[node.Table].Cells[node.Slot].Name}",
    };

    private IEnumerable<Node> Needs(Node node, bool hasOwnRows) => node.Thing switch
    {
        Thing.Draw => Drawing(tables[node.Table]),
        Thing.Count => tables[node.Table].Per is { } per ? per.Count.Slots.Select(slot => new Node(per.ParentTable, Thing.Final, slot)).Append(new Node(per.ParentTable, Thing.Count, 0)) : [],
        Thing.Final => OfFinal(tables[node.Table].Cells[node.Slot], node),
        _ => OfCell(tables[node.Table], tables[node.Table].Cells[node.Slot], hasOwnRows),
    };

    // What decides whether a row is drawn again.
    private static IEnumerable<Node> Drawing(TablePlan table) =>
        table.RowRules.Where(rule => !rule.ReadsModel).SelectMany(rule => rule.Check.Slots)
            .Concat(table.Cells.Where(cell => cell.CanFail && !cell.IsLate).Select(cell => cell.Slot))
            .Select(slot => new Node(table.Index, Thing.Cell, slot));

    private static IEnumerable<Node> OfFinal(CellPlan cell, Node node)
    {
        yield return node with { Thing = Thing.Cell };
        if (!cell.IsFrozen)
            yield return new Node(node.Table, Thing.Draw, 0);
    }

    private static IEnumerable<Node> OfCell(TablePlan table, CellPlan cell, bool hasOwnRows)
    {
        foreach (int input in cell.Inputs)
            yield return new Node(table.Index, Thing.Cell, input);
        switch (cell.Source)
        {
            case ParentRowCells or PositionCells or SiblingCountCells:
                yield return new Node(table.Index, Thing.Count, 0);
                break;
            case LookupCells lookup when lookup.ParentTable != table.Index || hasOwnRows:
                yield return new Node(lookup.ParentTable, Thing.Final, lookup.ParentSlot);
                break;
            case KeyRowCells key:
                yield return new Node(key.ParentTable, Thing.Final, key.ParentSlot);
                break;
            case PreviousCells previous when hasOwnRows:
                yield return new Node(table.Index, Thing.Final, previous.Slot);
                break;
            case AggregateCells aggregate:
                yield return new Node(aggregate.ChildTable, Thing.Count, 0);
                foreach (int slot in aggregate.ChildSlots)
                    yield return new Node(aggregate.ChildTable, Thing.Final, slot);
                break;
        }
    }

    private readonly record struct Node(int Table, Thing Thing, int Slot);
}
