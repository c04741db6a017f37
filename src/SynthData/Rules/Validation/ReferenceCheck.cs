using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks the columns of one reference: null together and only where they may be, and else a key of the parent.</summary>
/// <param name="parent">The parent's name.</param>
/// <param name="target">The parent's columns referred to, for messages.</param>
/// <param name="known">The parent's rows, or null where they were not given.</param>
/// <param name="isInKey">Whether a null is told as a null in the key.</param>
internal sealed class ReferenceCheck(CheckContext context, ReferencePlan reference, string parent, string target, KnownRows? known, bool isInKey) : IRowsCheck
{
    private readonly CellPlan rowCell = context.Table.Cells[reference.RowSlot];
    private readonly CellPlan first = context.Table.Cells[reference.Columns[0]];
    private readonly NullRule nulls = new(context.Table.Cells[reference.RowSlot]);
    private bool hasRoot;

    // A reference to earlier rows of its own table has one row that nothing is earlier than.
    private bool MayHaveRoot => rowCell.Source is ReferenceRowCells { IsEarlier: true };

    public void Check(Frame frame)
    {
        Truth[] conditions = nulls.Conditions(frame);
        bool[] allowsNull = nulls.AllowsNull(frame);
        bool[] isUnreadable = CheckContext.Unreadable(frame, [.. reference.Columns, .. nulls.Reads]);
        bool canBeOrphan = known is not null && !known.IsUnreadable(reference.Targets);
        for (int row = 0; row < frame.Count; row++)
        {
            if (isUnreadable[row])
                continue;
            int nullCount = reference.Columns.Count(slot => frame[slot].IsNull(row));
            if (conditions[row] == Truth.Error)
                Add(DataDiagnostics.NoValue, frame, row, $"the condition of {Columns}", nulls.When!.Explain(frame, row)?.Message);
            else if (nullCount > 0 && nullCount < reference.Columns.Length)
                Add(DataDiagnostics.HalfReference, frame, row, Columns, parent);
            else if (nullCount > 0)
                CheckNull(frame.Rows[row], isInKey || conditions[row] != Truth.True || allowsNull[row]);
            else if (conditions[row] != Truth.True)
                context.AddCell(DataDiagnostics.ValueUnexpected, first, frame, row, () => [$"its condition '{nulls.When!.Text}' is not TRUE"]);
            else if (canBeOrphan && frame[reference.RowSlot].States[row] == CellState.Error)
                TellOrphan(frame, row);
        }
    }

    public void Close(long rows)
    {
        if (known?.IsUnreadable(reference.Targets) == true)
            context.Ledger.Unchecked(context.Table.Name, $"keys of table '{parent}' cannot be read", $"whether '{context.Names(reference.Columns)}' is found there");
    }

    private string Columns => reference.Columns.Length == 1 ? $"column '{context.Name(first.Slot)}'" : $"columns ({context.Names(reference.Columns)})";

    private void CheckNull(long row, bool isAllowed)
    {
        if (isAllowed)
            return;
        if (MayHaveRoot && !hasRoot)
            hasRoot = true;
        else
            context.Add(DataDiagnostics.NullUnexpected, first.Name, first.Position, () => [context.Places.Of(row), context.Name(first.Slot)]);
    }

    private void TellOrphan(Frame frame, int row) => context.Add(
        DataDiagnostics.Orphan, first.Name, first.Position, () => [context.Places.Of(frame.Rows[row]), Columns, Values(frame, row), target, parent]);

    private string Values(Frame frame, int row) =>
        string.Join(", ", reference.Columns.Select(slot => context.Show(frame[slot], row, context.Table.Cells[slot].Type)));

    private void Add(DiagnosticDescriptor descriptor, Frame frame, int row, string what, string? detail) =>
        context.Add(descriptor, first.Name, first.Position, () => [context.Places.Of(frame.Rows[row]), what, detail]);
}
