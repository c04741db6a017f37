using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The greatest or least of the operands that are not null.</summary>
internal sealed class ExtremeNode(ExpressionType type, bool isGreatest, ImmutableArray<Node> operands) : Node(type, operands)
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
                CellState state = column.States[row];
                if (state == CellState.Error)
                    target.States[row] = CellState.Error;
                else if (state == CellState.Value && target.States[row] != CellState.Error && IsBetter(column, target, row))
                    target.Copy(column, row, row);
            }
        }

        return target;
    }

    public override string ToSql(SqlNames names)
    {
        string collation = Type.Kind == TypeKind.Text ? SqlNames.ByCodePoint(names.Dialect) : "";
        return $"{(isGreatest ? "GREATEST" : "LEAST")}({string.Join(", ", Operands.Select(operand => operand.ToSql(names)))}{collation})";
    }

    private bool IsBetter(Column candidate, Column best, int row)
    {
        if (best.States[row] == CellState.Null)
            return true;
        int order = candidate switch
        {
            Int64Column whole => whole[row].CompareTo(((Int64Column)best)[row]),
            DoubleColumn real => real[row].CompareTo(((DoubleColumn)best)[row]),
            Int128Column wide => wide[row].CompareTo(((Int128Column)best)[row]),
            _ => TextCompare.Compare(((TextColumn)candidate)[row], ((TextColumn)best)[row]),
        };
        return isGreatest ? order > 0 : order < 0;
    }
}
