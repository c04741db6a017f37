namespace SynthData.Expressions.Nodes;

/// <summary>Whole numbers of 64 bits; no value where the result does not fit.</summary>
internal readonly struct AddInt : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = unchecked(left + right);
        return ((left ^ result) & (right ^ result)) >= 0;
    }
}

internal readonly struct SubtractInt : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = unchecked(left - right);
        return ((left ^ right) & (left ^ result)) >= 0;
    }
}

internal readonly struct MultiplyInt : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        long high = Math.BigMul(left, right, out result);
        return high == result >> 63;
    }
}

/// <summary><c>//</c> cuts towards zero, as DuckDB does.</summary>
internal readonly struct DivideInt : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        bool hasValue = right != 0 && (right != -1 || left != long.MinValue);
        result = hasValue ? left / right : 0;
        return hasValue;
    }
}

/// <summary><c>%</c> has the sign of the left side, as in DuckDB and PostgreSQL.</summary>
internal readonly struct RemainderInt : IBinaryKernel<long, long, long>
{
    public bool Apply(long left, long right, out long result)
    {
        result = right is 0 or -1 ? 0 : left % right;
        return right != 0;
    }
}

internal readonly struct NegateInt : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = unchecked(-value);
        return value != long.MinValue;
    }
}

internal readonly struct AbsInt : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = value < 0 ? unchecked(-value) : value;
        return value != long.MinValue;
    }
}

internal readonly struct SignInt : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = Math.Sign(value);
        return true;
    }
}

internal readonly struct NotKernel : IUnaryKernel<long, long>
{
    public bool Apply(long value, out long result)
    {
        result = 1 - value;
        return true;
    }
}

internal readonly struct KeepKernel<T> : IUnaryKernel<T, T>
{
    public bool Apply(T value, out T result)
    {
        result = value;
        return true;
    }
}
