using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Expressions.Nodes;

/// <summary>Writes one cell from operands that all have values; gives what became of it.</summary>
internal delegate CellState RowKernel(ReadOnlySpan<Column> operands, int row, Column target);

/// <summary>A function called by row, for texts and what is rare.</summary>
internal sealed class RowNode(ExpressionType type, ImmutableArray<Node> operands, RowKernel kernel, Sql sql, DiagnosticDescriptor? fault = null)
    : Node(type, operands)
{
    public override DiagnosticDescriptor? Fault => fault;

    public override Column Evaluate(Scratch scratch)
    {
        var cells = new Column[Operands.Length];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = Operands[index].Evaluate(scratch);

        Column target = scratch.Rent(Type.Kind);
        Span<CellState> states = target.States;
        for (int row = 0; row < states.Length; row++)
        {
            CellState state = StateOf.Gravest(cells, row);
            states[row] = state == CellState.Value ? kernel(cells, row, target) : state;
        }

        return target;
    }

    public override string ToSql(SqlNames names) => sql.Write(names, Operands);
}
