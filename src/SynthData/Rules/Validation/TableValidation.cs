using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Takes the rows of one table, batch by batch, and checks them.</summary>
/// <remarks>
/// A table that refers to itself passes twice: its rows are known first and checked then, for a row may refer to one that
/// comes later in a file.
/// </remarks>
internal sealed class TableValidation(TablePlan table, SlotFiller filler, KnownRows? known, IReadOnlyList<IRowsCheck> checks, FaultMarks? faults)
{
    private long rows;
    private int chunk;

    /// <summary>Whether the rows must be read a first time, to be known.</summary>
    public bool PassesTwice { get; } = known is not null
        && (table.Cells.Any(cell => cell.Source is PreviousCells)
            || ReferencePlan.Of(table).Any(reference => reference.ParentTable == table.Index)
            || table.TableRules.OfType<ForeignKeyCheck>().Any(check => check.ParentTable == table.Index));

    public long Rows => rows;

    /// <summary>Takes rows of the first pass of a table that refers to itself.</summary>
    public void Know(RowBatch batch)
    {
        Frame frame = FrameOf(batch, first: 0);
        filler.Fill(table, frame, readsOwnTable: false);
        known!.Add(frame);
    }

    /// <summary>Takes rows and checks them.</summary>
    public void Check(RowBatch batch)
    {
        Frame frame = FrameOf(batch, rows);
        filler.Fill(table, frame, readsOwnTable: true);
        if (PassesTwice)
            known!.Keep(chunk++, frame);
        else
            known?.Add(frame);
        foreach (IRowsCheck check in checks)
            check.Check(frame);
        rows += batch.RowCount;
    }

    /// <summary>Says that all rows have passed.</summary>
    public void Close()
    {
        foreach (IRowsCheck check in checks)
            check.Close(rows);
    }

    private Frame FrameOf(RowBatch batch, long first)
    {
        var frame = new Frame(table.Cells.Length);
        frame.Reset(RowIndices.From(first, batch.RowCount));
        for (int column = 0; column < batch.Columns.Length; column++)
        {
            frame[table.Find(batch.Columns[column].Name)!.Slot] = batch.Cells(column);
        }

        faults?.Mark(frame);
        return frame;
    }
}
