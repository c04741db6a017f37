using System.Numerics;
using System.Runtime.Intrinsics;

namespace SynthData.Expressions.Nodes;

/// <summary>Comparisons of fixed-size cells; greater is less with its sides changed.</summary>
internal readonly struct EqualKernel<T> : IComparisonKernel<T>
    where T : IEqualityOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left == right ? 1 : 0;
        return true;
    }

    public static bool TryApply(ReadOnlySpan<T> lefts, ReadOnlySpan<T> rights, Span<long> results) =>
        ComparisonVectors.TryApply<T, EqualKernel<T>>(lefts, rights, results);

    public static Vector512<long> Apply(Vector512<long> left, Vector512<long> right) => Vector512.Equals(left, right);

    public static Vector512<long> Apply(Vector512<double> left, Vector512<double> right) => Vector512.Equals(left, right).AsInt64();
}

internal readonly struct UnequalKernel<T> : IComparisonKernel<T>
    where T : IEqualityOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left != right ? 1 : 0;
        return true;
    }

    public static bool TryApply(ReadOnlySpan<T> lefts, ReadOnlySpan<T> rights, Span<long> results) =>
        ComparisonVectors.TryApply<T, UnequalKernel<T>>(lefts, rights, results);

    public static Vector512<long> Apply(Vector512<long> left, Vector512<long> right) => ~Vector512.Equals(left, right);

    public static Vector512<long> Apply(Vector512<double> left, Vector512<double> right) => ~Vector512.Equals(left, right).AsInt64();
}

internal readonly struct LessKernel<T> : IComparisonKernel<T>
    where T : IComparisonOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left < right ? 1 : 0;
        return true;
    }

    public static bool TryApply(ReadOnlySpan<T> lefts, ReadOnlySpan<T> rights, Span<long> results) =>
        ComparisonVectors.TryApply<T, LessKernel<T>>(lefts, rights, results);

    public static Vector512<long> Apply(Vector512<long> left, Vector512<long> right) => Vector512.LessThan(left, right);

    public static Vector512<long> Apply(Vector512<double> left, Vector512<double> right) => Vector512.LessThan(left, right).AsInt64();
}

internal readonly struct LessOrEqualKernel<T> : IComparisonKernel<T>
    where T : IComparisonOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left <= right ? 1 : 0;
        return true;
    }

    public static bool TryApply(ReadOnlySpan<T> lefts, ReadOnlySpan<T> rights, Span<long> results) =>
        ComparisonVectors.TryApply<T, LessOrEqualKernel<T>>(lefts, rights, results);

    public static Vector512<long> Apply(Vector512<long> left, Vector512<long> right) => Vector512.LessThanOrEqual(left, right);

    public static Vector512<long> Apply(Vector512<double> left, Vector512<double> right) => Vector512.LessThanOrEqual(left, right).AsInt64();
}
