using System.Numerics;

namespace SynthData.Expressions.Nodes;

/// <summary>Comparisons of fixed-size cells; greater is less with its sides changed.</summary>
internal readonly struct EqualKernel<T> : IBinaryKernel<T, T, long>
    where T : IEqualityOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left == right ? 1 : 0;
        return true;
    }
}

internal readonly struct UnequalKernel<T> : IBinaryKernel<T, T, long>
    where T : IEqualityOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left != right ? 1 : 0;
        return true;
    }
}

internal readonly struct LessKernel<T> : IBinaryKernel<T, T, long>
    where T : IComparisonOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left < right ? 1 : 0;
        return true;
    }
}

internal readonly struct LessOrEqualKernel<T> : IBinaryKernel<T, T, long>
    where T : IComparisonOperators<T, T, bool>
{
    public bool Apply(T left, T right, out long result)
    {
        result = left <= right ? 1 : 0;
        return true;
    }
}
