using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Binding;

/// <summary>The typed nodes of = &lt;&gt; &lt; &lt;= &gt; &gt;=; null where the operands cannot be compared.</summary>
internal static class Comparison
{
    public static Node? Make(string symbol, Node left, Node right)
    {
        if (ExpressionType.Common(left.Type, right.Type) is not { } type || type.IsDuration)
            return null;
        if (type.Kind is TypeKind.Bool or TypeKind.Uuid && symbol is not ("=" or "<>"))
            return null;
        if (type.Kind == TypeKind.Null)
            return new NullNode(ExpressionType.Bool);

        left = Conversion.Implicit(left, type);
        right = Conversion.Implicit(right, type);
        return type.Kind switch
        {
            TypeKind.Text => new TextCompareNode(left, right, symbol),
            TypeKind.Double => Fixed<double>(symbol, left, right),
            TypeKind.Decimal when NarrowDecimalNode.Of(left) is { } first && NarrowDecimalNode.Of(right) is { } second => Fixed<long>(symbol, first, second),
            TypeKind.Decimal or TypeKind.Uuid => Fixed<Int128>(symbol, left, right),
            _ => Fixed<long>(symbol, left, right),
        };
    }

    private static Node Fixed<T>(string symbol, Node left, Node right)
        where T : unmanaged, System.Numerics.IComparisonOperators<T, T, bool>
    {
        ExpressionType type = ExpressionType.Bool;
        Sql sql = new($"({{0}} {symbol} {{1}})");
        return symbol switch
        {
            "=" => new BinaryNode<T, T, long, EqualKernel<T>>(type, left, right, default, sql),
            "<>" => new BinaryNode<T, T, long, UnequalKernel<T>>(type, left, right, default, sql),
            "<" => new BinaryNode<T, T, long, LessKernel<T>>(type, left, right, default, sql),
            "<=" => new BinaryNode<T, T, long, LessOrEqualKernel<T>>(type, left, right, default, sql),
            ">" => new BinaryNode<T, T, long, LessKernel<T>>(type, right, left, default, new Sql("({1} > {0})")),
            _ => new BinaryNode<T, T, long, LessOrEqualKernel<T>>(type, right, left, default, new Sql("({1} >= {0})")),
        };
    }
}
