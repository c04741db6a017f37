using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Expressions.Nodes;

/// <summary>A decimal column as it is stored, or a constant that fits there: 64 bits, for comparisons, which need no more.</summary>
internal sealed class NarrowDecimalNode : Node
{
    private readonly int? slot;
    private readonly long value;

    private NarrowDecimalNode(Node wide, int? slot, long value)
        : base(wide.Type, [wide]) => (this.slot, this.value) = (slot, value);

    /// <summary>Gives the same cells in 64 bits; null where they may need more.</summary>
    public static NarrowDecimalNode? Of(Node wide)
    {
        if (wide.Type.Kind != TypeKind.Decimal)
            return null;
        if (wide is SlotNode column)
            return new NarrowDecimalNode(wide, column.Slot, 0);
        Int128? constant = wide switch
        {
            ConstantNode<Int128> exact => exact.Value,
            { Operands: [ConstantNode<long> whole] } and UnaryNode<long, Int128, IntToDecimal> => whole.Value * Rounding.PowerOfTen(wide.Type.Scale),
            _ => null,
        };
        return constant is { } fits && fits >= long.MinValue && fits <= long.MaxValue ? new NarrowDecimalNode(wide, null, (long)fits) : null;
    }

    public override Column Evaluate(Scratch scratch)
    {
        if (slot is { } read)
            return scratch.Frame[read];
        Column cells = scratch.Rent<long>();
        Cells.Of<long>(cells).Fill(value);
        return cells;
    }

    public override string ToSql(SqlNames names) => Operands[0].ToSql(names);
}
