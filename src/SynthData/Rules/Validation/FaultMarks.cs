using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Takes the marks of a table's rows for what they say: a marked cell is looked at by nobody but the check that it is wrong in that way.</summary>
/// <remarks>
/// Marked cells become error cells before anything reads them, in this table or through a reference, so that nothing that follows
/// from them is judged. Nothing is kept but, for duplicates, a hash of every value of the column.
/// </remarks>
internal sealed class FaultMarks : IRowsCheck
{
    private readonly CheckContext context;
    private readonly MarkedColumn[] columns;
    private readonly int[] labels;
    private Frame? marked;

    /// <param name="rows">By table index, the rows of the tables that are referred to.</param>
    public FaultMarks(CheckContext context, SlotKnowledge knowledge, IReadOnlyList<KnownRows?> rows)
    {
        this.context = context.For("faults");
        context.Ledger.Checked(context.Table.Name, this.context.Check);
        TablePlan table = context.Table;
        columns =
        [
            .. table.Cells
                .Where(cell => cell.Faults is { } faults && knowledge.IsRead(table.Index, cell.Slot) && knowledge.IsRead(table.Index, faults.LabelSlot))
                .Select(cell => new MarkedColumn(this.context, cell, knowledge, rows)),
        ];
        labels = [.. columns.Select(column => column.LabelSlot).Distinct()];
    }

    /// <summary>Takes out of a frame of cells as they were read those that are marked.</summary>
    public void Mark(Frame frame)
    {
        marked = frame;
        foreach (MarkedColumn column in columns)
            column.Take(frame);
    }

    public void Check(Frame frame)
    {
        if (!ReferenceEquals(frame, marked))
            throw new InvalidOperationException("The marks of these rows were not taken.");
        foreach (MarkedColumn column in columns)
            column.Check(frame);
        foreach (int slot in labels)
            TellUnknown(frame, slot);
    }

    public void Close(long rows)
    {
        foreach (MarkedColumn column in columns)
            column.Close();
    }

    // A label holds marks of its columns, and nothing else.
    private void TellUnknown(Frame frame, int slot)
    {
        var label = (TextColumn)frame[slot];
        string[] known = [.. columns.Where(column => column.LabelSlot == slot).SelectMany(column => column.Labels)];
        for (int row = 0; row < frame.Count; row++)
        {
            if (label.States[row] == CellState.Value && !FaultLabel.Parts(label[row]).All(known.Contains))
                context.AddCell(ListDiagnostics.LabelUnknown, context.Table.Cells[slot], frame, row, () => [string.Join(", ", known)]);
        }
    }
}

/// <summary>The text of a label.</summary>
internal static class FaultLabel
{
    public static string[] Parts(ReadOnlySpan<char> label) => label.ToString().Split("; ");
}
