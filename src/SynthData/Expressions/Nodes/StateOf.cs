using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>States of results that have a value only where all operands have one.</summary>
internal static class StateOf
{
    /// <summary>The graver of two states: error before null before value.</summary>
    public static void Both(Column left, Column right, Span<CellState> states)
    {
        ReadOnlySpan<CellState> lefts = left.States[..states.Length];
        ReadOnlySpan<CellState> rights = right.States[..states.Length];
        for (int row = 0; row < states.Length; row++)
            states[row] = lefts[row] > rights[row] ? lefts[row] : rights[row];
    }

    /// <summary>The gravest state of all operands in one row.</summary>
    public static CellState Gravest(ReadOnlySpan<Column> operands, int row)
    {
        CellState gravest = CellState.Value;
        foreach (Column operand in operands)
        {
            CellState state = operand.States[row];
            gravest = state > gravest ? state : gravest;
        }

        return gravest;
    }
}
