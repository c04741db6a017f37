using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that for each pinned row some row holds its cells; which row it is does not matter, since data may be in any order.</summary>
/// <param name="slots">The columns that the rows pin.</param>
/// <param name="rows">Indices of the pinned rows.</param>
internal sealed class PinnedCheck(CheckContext context, ImmutableArray<int> slots, ImmutableArray<int> rows) : IRowsCheck
{
    private readonly ILookup<UInt128, int> wanted = rows.ToLookup(row => Hash(context.Table, slots, row));
    private readonly HashSet<UInt128> found = [];

    /// <summary>The checks of a table, one for all pinned rows that pin the same columns.</summary>
    public static IEnumerable<(ImmutableArray<int> Slots, ImmutableArray<int> Rows)> Of(TablePlan table) =>
        Enumerable.Range(0, table.Schema.Pinned.Length)
            .Select(row => (Row: row, Slots: table.Schema.Pinned[row].Columns.Select(name => table.Find(name)!.Slot).Order().ToImmutableArray()))
            .Where(pinned => pinned.Slots.Length > 0)
            .GroupBy(pinned => string.Join(',', pinned.Slots))
            .Select(group => (group.First().Slots, group.Select(pinned => pinned.Row).ToImmutableArray()));

    public void Check(Frame frame)
    {
        Column[] columns = [.. slots.Select(slot => frame[slot])];
        bool[] isUnreadable = CheckContext.Unreadable(frame, slots);
        for (int row = 0; row < frame.Count; row++)
        {
            UInt128 hash = CellHash.OfAll(columns, row);
            if (!isUnreadable[row] && wanted.Contains(hash))
                found.Add(hash);
        }
    }

    public void Close(long count)
    {
        foreach (IGrouping<UInt128, int> missing in wanted.Where(hash => !found.Contains(hash.Key)))
        {
            int row = missing.First();
            context.Add(ListDiagnostics.PinnedMissing, "pinned", context.Table.Schema.Pinned[row].Position, () => [context.Table.Name, row + 1, Cells(row)]);
        }
    }

    private string Cells(int row) => string.Join(", ", slots.Select(slot => context.Table.Cells[slot]).Select(cell =>
        $"{cell.Name} = {(cell.Pins!.Cells.IsNull(cell.Pins.Find(row)) ? "null" : cell.Pins.Texts[cell.Pins.Find(row)])}"));

    private static UInt128 Hash(TablePlan table, ImmutableArray<int> slots, int row)
    {
        if (slots.Length == 1)
            return CellHash.OfAll([table.Cells[slots[0]].Pins!.Cells], table.Cells[slots[0]].Pins!.Find(row));

        // Each column counts its pinned rows itself, so the cells are brought to one place.
        Column[] cells = [.. slots.Select(slot => One(table.Cells[slot], row))];
        return CellHash.OfAll(cells, 0);
    }

    private static Column One(CellPlan cell, int row)
    {
        Column one = Column.For(cell.Type);
        one.Reset(1);
        one.Copy(cell.Pins!.Cells, cell.Pins.Find(row), 0);
        return one;
    }
}
