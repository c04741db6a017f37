using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Copies a cell of the row before of the same parent; in a parent's first row computes what stands for it.</summary>
/// <remarks>
/// <para>Drawn: nothing; the row before is final when this row is made.</para>
/// <para>Nulls: where the cell of the row before is null.</para>
/// <para>Errors: in a first row, those of the expression.</para>
/// </remarks>
internal sealed class PreviousFiller(PreviousCells plan, ColumnType type) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        ReadOnlySpan<SiblingState> siblings = (frame.Siblings ?? throw new InvalidOperationException("A row that reads the one before it needs its siblings.")).Rows.Span;
        Column? first = null;
        for (int row = 0; row < rows.Count; row++)
        {
            if (siblings[row].Last is { } before)
                target.Copy(before[plan.Slot], siblings[row].LastRow, row);
            else
                target.Copy(first ??= First(frame), row, row);
        }
    }

    private Column First(Frame frame)
    {
        Column first = Column.For(type);
        plan.First.EvaluateInto(frame, first, type);
        return first;
    }
}
