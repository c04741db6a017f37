using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that the listed columns of a row stand together in one row of the schema's list.</summary>
internal sealed class ListedRowCheck : IRowsCheck
{
    private readonly CheckContext context;
    private readonly ImmutableArray<CellPlan> cells;
    private readonly HashSet<UInt128> listed = [];
    private readonly HashSet<UInt128>[] values;

    public ListedRowCheck(CheckContext context, ImmutableArray<CellPlan> cells)
    {
        this.context = context;
        this.cells = cells;
        Column[] literals = [.. cells.Select(cell => ((ListedCells)cell.Source).Values.Cells)];
        values = [.. literals.Select(_ => new HashSet<UInt128>())];
        for (int row = 0; row < literals[0].Count; row++)
        {
            listed.Add(CellHash.OfAll(literals, row));
            for (int index = 0; index < literals.Length; index++)
                values[index].Add(CellHash.OfAll([literals[index]], row));
        }
    }

    public void Check(Frame frame)
    {
        Column[] columns = [.. cells.Select(cell => frame[cell.Slot])];
        bool[] isUnreadable = CheckContext.Unreadable(frame, cells.Select(cell => cell.Slot));
        for (int row = 0; row < frame.Count; row++)
        {
            if (!isUnreadable[row] && !listed.Contains(CellHash.OfAll(columns, row)) && AreListed(columns, row))
                Tell(frame.Rows[row]);
        }
    }

    // A value that stands in no row of the list is told as such, with its column.
    private bool AreListed(Column[] columns, int row) =>
        values.Select((known, column) => known.Contains(CellHash.OfAll([columns[column]], row))).All(isKnown => isKnown);

    private void Tell(long row) => context.Add(DataDiagnostics.RowUnlisted, context.Table.Name, context.Table.Schema.Rows.Position, () =>
        [context.Places.Of(row), context.Table.Name, context.Names(cells.Select(cell => cell.Slot))]);
}
