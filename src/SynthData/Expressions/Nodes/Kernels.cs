namespace SynthData.Expressions.Nodes;

/// <summary>Computes one cell of one; false when there is no value. Structs, so that the loop is compiled for each.</summary>
internal interface IUnaryKernel<TFrom, TTo>
{
    bool Apply(TFrom value, out TTo result);
}

/// <summary>Computes one cell of two; false when there is no value. Structs, so that the loop is compiled for each.</summary>
internal interface IBinaryKernel<TLeft, TRight, TTo>
{
    bool Apply(TLeft left, TRight right, out TTo result);

    /// <summary>Computes all cells at once, where the kernel has a value for any two; says whether it did.</summary>
    static virtual bool TryApply(ReadOnlySpan<TLeft> lefts, ReadOnlySpan<TRight> rights, Span<TTo> results) => false;
}
