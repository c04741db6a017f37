using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>Fixed-size cells by their storage, so that one loop serves long, double and Int128.</summary>
internal static class Cells
{
    /// <summary>The cells of a column whose storage is <typeparamref name="T"/>; the branches are decided by the compiler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Of<T>(Column column)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            return MemoryMarshal.Cast<long, T>(((Int64Column)column).Cells);
        if (typeof(T) == typeof(double))
            return MemoryMarshal.Cast<double, T>(((DoubleColumn)column).Cells);
        return MemoryMarshal.Cast<Int128, T>(((Int128Column)column).Cells);
    }

    public static Column New<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            return new Int64Column();
        return typeof(T) == typeof(double) ? new DoubleColumn() : new Int128Column();
    }
}
