using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Expressions.Nodes;

/// <summary>The function <c>concat</c>, which leaves nulls out where <c>||</c> gives null.</summary>
internal sealed class ConcatNode(ImmutableArray<Node> operands) : Node(ExpressionType.Text, operands)
{
    public override DiagnosticDescriptor Fault => EvaluationDiagnostics.TextTooLong;

    public override Column Evaluate(Scratch scratch)
    {
        var cells = new Column[Operands.Length];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = Operands[index].Evaluate(scratch);

        TextColumn target = scratch.RentText();
        for (int row = 0; row < scratch.Count; row++)
            target.States[row] = Join(cells, row, target);
        return target;
    }

    public override string ToSql(SqlNames names) => $"CONCAT({string.Join(", ", Operands.Select(operand => operand.ToSql(names)))})";

    private static CellState Join(Column[] cells, int row, TextColumn target)
    {
        if (StateOf.Gravest(cells, row) == CellState.Error)
            return CellState.Error;
        long length = 0;
        foreach (Column cell in cells)
            length += TextOrNothing(cell, row).Length;
        if (length > ExpressionLimits.MaxTextLength)
            return CellState.Error;

        Span<char> result = target.Reserve(row, (int)length);
        foreach (Column cell in cells)
        {
            ReadOnlySpan<char> text = TextOrNothing(cell, row);
            text.CopyTo(result);
            result = result[text.Length..];
        }

        return CellState.Value;
    }

    private static ReadOnlySpan<char> TextOrNothing(Column cells, int row) => cells.IsNull(row) ? [] : ((TextColumn)cells)[row];
}
