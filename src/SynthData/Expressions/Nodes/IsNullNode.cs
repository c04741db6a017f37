using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>True where the operand is null; an error stays one.</summary>
internal sealed class IsNullNode(Node operand) : Node(ExpressionType.Bool, [operand])
{
    public override bool MayBeNull(Func<int, bool> slots) => false;

    public override Column Evaluate(Scratch scratch)
    {
        ReadOnlySpan<CellState> from = Operands[0].Evaluate(scratch).States;
        Column target = scratch.Rent<long>();
        Span<CellState> states = target.States;
        Span<long> results = Cells.Of<long>(target);
        for (int row = 0; row < results.Length; row++)
        {
            results[row] = from[row] == CellState.Null ? 1 : 0;
            states[row] = from[row] == CellState.Error ? CellState.Error : CellState.Value;
        }

        return target;
    }

    public override string ToSql(SqlNames names) => $"({Operands[0].ToSql(names)} IS NULL)";
}
