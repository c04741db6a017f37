using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Expressions.Nodes;

/// <summary>A kernel over the cells of one operand; null gives null, an error an error.</summary>
internal sealed class UnaryNode<TFrom, TTo, TKernel>(ExpressionType type, Node operand, TKernel kernel, Sql sql, DiagnosticDescriptor? fault = null)
    : Node(type, [operand])
    where TFrom : unmanaged
    where TTo : unmanaged
    where TKernel : struct, IUnaryKernel<TFrom, TTo>
{
    public override DiagnosticDescriptor? Fault => fault;

    public override bool IsWideInSql => sql.IsWide ?? base.IsWideInSql;

    public override Column Evaluate(Scratch scratch)
    {
        Column from = Operands[0].Evaluate(scratch);
        Column target = scratch.Rent<TTo>();
        Span<CellState> states = target.States;
        from.States[..states.Length].CopyTo(states);
        ReadOnlySpan<TFrom> values = Cells.Of<TFrom>(from);
        Span<TTo> results = Cells.Of<TTo>(target);
        TKernel kernelCopy = kernel;
        for (int row = 0; row < results.Length; row++)
        {
            if (states[row] == CellState.Value && !kernelCopy.Apply(values[row], out results[row]))
                states[row] = CellState.Error;
        }

        return target;
    }

    public override string ToSql(SqlNames names) => sql.Write(names, Operands);
}
