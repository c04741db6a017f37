using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Binding;

/// <summary>Finds the part of an expression that made a cell an error.</summary>
internal static class FaultFinder
{
    /// <param name="owner">The nearest node around that stands in the text: conversions and the like have no place of their own.</param>
    public static (DiagnosticDescriptor Fault, Node Node)? Find(Node node, Node owner, Scratch scratch, int row)
    {
        owner = node.Place.End > 0 ? node : owner;
        if (node.Evaluate(scratch).States[row] != CellState.Error)
            return null;

        var operands = new Column[node.Operands.Length];
        for (int index = 0; index < operands.Length; index++)
        {
            operands[index] = node.Operands[index].Evaluate(scratch);
            if (operands[index].States[row] == CellState.Error && Find(node.Operands[index], owner, scratch, row) is { } inner)
                return inner;
        }

        return (node.FaultAt(operands, row), owner);
    }
}
