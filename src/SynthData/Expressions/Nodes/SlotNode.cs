using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Expressions.Nodes;

/// <summary>A column of the frame.</summary>
internal sealed class SlotNode(ScopeColumn column) : Node(ExpressionType.Of(column.Type), [])
{
    public int Slot => column.Slot;

    public override bool IsWideInSql => column.Type.Kind is not (ColumnKind.Int32 or ColumnKind.Decimal);

    public override bool MayBeNull(Func<int, bool> slots) => slots(Slot);

    public override Column Evaluate(Scratch scratch)
    {
        Column cells = scratch.Frame[column.Slot];
        return Type.Kind == TypeKind.Decimal ? Widen(cells, scratch) : cells;
    }

    public override string ToSql(SqlNames names) => names.Slot(column.Slot);

    private static Column Widen(Column narrow, Scratch scratch)
    {
        Column wide = scratch.Rent<Int128>();
        narrow.States[..scratch.Count].CopyTo(wide.States);
        ReadOnlySpan<long> from = Cells.Of<long>(narrow);
        Span<Int128> to = Cells.Of<Int128>(wide);
        for (int row = 0; row < to.Length; row++)
            to[row] = from[row];
        return wide;
    }
}
