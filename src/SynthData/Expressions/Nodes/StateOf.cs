using System.Numerics;
using System.Runtime.InteropServices;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>States of results that have a value only where all operands have one.</summary>
internal static class StateOf
{
    /// <summary>The graver of two states: error before null before value.</summary>
    public static void Both(Column left, Column right, Span<CellState> states)
    {
        ReadOnlySpan<byte> lefts = MemoryMarshal.AsBytes(left.States)[..states.Length];
        ReadOnlySpan<byte> rights = MemoryMarshal.AsBytes(right.States)[..states.Length];
        Span<byte> gravest = MemoryMarshal.AsBytes(states);
        int row = 0;
        for (; row <= gravest.Length - Vector<byte>.Count; row += Vector<byte>.Count)
            Vector.Max(new Vector<byte>(lefts[row..]), new Vector<byte>(rights[row..])).CopyTo(gravest[row..]);
        for (; row < gravest.Length; row++)
            gravest[row] = Math.Max(lefts[row], rights[row]);
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
