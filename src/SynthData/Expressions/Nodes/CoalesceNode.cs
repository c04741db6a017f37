using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The first operand that is not null; one that is an error before it makes the cell one.</summary>
internal sealed class CoalesceNode(ExpressionType type, ImmutableArray<Node> operands) : Node(type, operands)
{
    public override bool MayBeNull(Func<int, bool> slots) => Operands.All(operand => operand.MayBeNull(slots));

    public override Column Evaluate(Scratch scratch)
    {
        Column target = scratch.Rent(Type.Kind);
        target.States.Fill(CellState.Null);
        foreach (Node operand in Operands)
        {
            Column column = operand.Evaluate(scratch);
            for (int row = 0; row < scratch.Count; row++)
            {
                if (target.States[row] == CellState.Null)
                    target.Copy(column, row, row);
            }
        }

        return target;
    }

    public override string ToSql(SqlNames names) => $"COALESCE({string.Join(", ", Operands.Select(operand => operand.ToSql(names)))})";
}
