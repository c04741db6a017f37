using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>Makes cells of finished rows bad, as the schema asks, and marks them; the rows themselves stay as they are.</summary>
/// <remarks>Immutable once made and thread-safe. What faults a row gets depends on its index and the column's own stream alone.</remarks>
internal sealed class FaultProgram
{
    private readonly TablePlan table;
    private readonly ColumnFaults[] columns;

    private FaultProgram(DatasetRun run, TablePlan table)
    {
        this.table = table;
        columns = [.. table.Cells.Where(cell => cell.Faults is not null).Select(cell => new ColumnFaults(run, table, cell))];
    }

    /// <summary>Makes the faults of a table; null where it has none.</summary>
    public static FaultProgram? For(DatasetRun run, TablePlan table) =>
        table.Cells.Any(cell => cell.Faults is not null) ? new FaultProgram(run, table) : null;

    /// <summary>The visible cells with their faults, and how many rows have one.</summary>
    public (ImmutableArray<Column> Cells, int FaultyRows) Apply(Frame frame)
    {
        var replaced = new Dictionary<int, Column>();
        var labels = new Dictionary<int, string?[]>();
        foreach (ColumnFaults column in columns)
        {
            if (!labels.TryGetValue(column.LabelSlot, out string?[]? marks))
                labels[column.LabelSlot] = marks = new string?[frame.Count];
            column.Apply(frame, replaced, marks);
        }

        foreach ((int slot, string?[] marks) in labels)
            replaced[slot] = Label(marks);
        int faulty = Enumerable.Range(0, frame.Count).Count(row => labels.Values.Any(marks => marks[row] is not null));
        return ([.. table.Visible.Select(slot => replaced.TryGetValue(slot, out Column? column) ? column : frame[slot])], faulty);
    }

    private static TextColumn Label(string?[] marks)
    {
        var label = new TextColumn();
        label.Reset(marks.Length);
        for (int row = 0; row < marks.Length; row++)
        {
            if (marks[row] is { } mark)
                label.Set(row, mark);
            else
                label.States[row] = CellState.Null;
        }

        return label;
    }
}
