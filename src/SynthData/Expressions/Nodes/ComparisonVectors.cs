using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthData.Expressions.Nodes;

/// <summary>A comparison that also has a form for eight cells: all ones where it holds.</summary>
internal interface IComparisonKernel<T> : IBinaryKernel<T, T, long>
{
    static abstract Vector512<long> Apply(Vector512<long> left, Vector512<long> right);

    static abstract Vector512<long> Apply(Vector512<double> left, Vector512<double> right);
}

/// <summary>Compares cells of 64 bits, eight at a time.</summary>
internal static class ComparisonVectors
{
    /// <summary>Compares all cells; says no for cells of other sizes.</summary>
    public static bool TryApply<T, TKernel>(ReadOnlySpan<T> lefts, ReadOnlySpan<T> rights, Span<long> results)
        where TKernel : struct, IComparisonKernel<T>
    {
        if (!Vector512.IsHardwareAccelerated || (typeof(T) != typeof(long) && typeof(T) != typeof(double)))
            return false;
        ref long left = ref Unsafe.As<T, long>(ref MemoryMarshal.GetReference(lefts[..results.Length]));
        ref long right = ref Unsafe.As<T, long>(ref MemoryMarshal.GetReference(rights[..results.Length]));
        ref long result = ref MemoryMarshal.GetReference(results);
        int row = 0;
        for (; row <= results.Length - Vector512<long>.Count; row += Vector512<long>.Count)
        {
            Vector512<long> a = Vector512.LoadUnsafe(ref left, (nuint)row);
            Vector512<long> b = Vector512.LoadUnsafe(ref right, (nuint)row);
            Vector512<long> holds = typeof(T) == typeof(long) ? TKernel.Apply(a, b) : TKernel.Apply(a.AsDouble(), b.AsDouble());
            (holds & Vector512<long>.One).StoreUnsafe(ref result, (nuint)row);
        }

        TKernel kernel = default;
        for (; row < results.Length; row++)
            kernel.Apply(lefts[row], rights[row], out results[row]);
        return true;
    }
}
