using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Expressions.Nodes;

/// <summary>A kernel over the cells of two operands; an error gives an error, else a null null.</summary>
internal sealed class BinaryNode<TLeft, TRight, TTo, TKernel>(
    ExpressionType type, Node left, Node right, TKernel kernel, Sql sql, DiagnosticDescriptor? fault = null)
    : Node(type, [left, right])
    where TLeft : unmanaged
    where TRight : unmanaged
    where TTo : unmanaged
    where TKernel : struct, IBinaryKernel<TLeft, TRight, TTo>
{
    public override DiagnosticDescriptor? Fault => fault;

    public override bool IsWideInSql => sql.IsWide ?? base.IsWideInSql;

    public override Column Evaluate(Scratch scratch)
    {
        Column left = Operands[0].Evaluate(scratch);
        Column right = Operands[1].Evaluate(scratch);
        Column target = scratch.Rent<TTo>();
        Span<CellState> states = target.States;
        StateOf.Both(left, right, states);
        ReadOnlySpan<TLeft> lefts = Cells.Of<TLeft>(left);
        ReadOnlySpan<TRight> rights = Cells.Of<TRight>(right);
        Span<TTo> results = Cells.Of<TTo>(target);
        if (TKernel.TryApply(lefts, rights, results))
            return target;
        TKernel kernelCopy = kernel;
        for (int row = 0; row < results.Length; row++)
        {
            if (states[row] == CellState.Value && !kernelCopy.Apply(lefts[row], rights[row], out results[row]))
                states[row] = CellState.Error;
        }

        return target;
    }

    public override string ToSql(SqlNames names) => sql.Write(names, Operands);

    // Of the operators with two reasons, the one by zero is the one whose right side is zero.
    public override DiagnosticDescriptor FaultAt(ReadOnlySpan<Column> operandCells, int row)
    {
        if (fault != EvaluationDiagnostics.DivisionByZero)
            return base.FaultAt(operandCells, row);
        return Cells.Of<TRight>(operandCells[1])[row].Equals(default(TRight)) ? fault : EvaluationDiagnostics.Overflow;
    }
}
