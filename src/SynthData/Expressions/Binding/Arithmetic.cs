using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;
using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <summary>The typed nodes of + - * / // % over numbers; null where the operands do not fit.</summary>
internal static class Arithmetic
{
    public static Node? Make(string symbol, Node left, Node right)
    {
        if (left.Type.Kind == TypeKind.Null && right.Type.Kind == TypeKind.Null)
            right = Conversion.Implicit(right, ExpressionType.Int);
        if (left.Type.Kind == TypeKind.Null && right.Type.IsNumeric)
            left = Conversion.Implicit(left, right.Type);
        if (right.Type.Kind == TypeKind.Null && left.Type.IsNumeric)
            right = Conversion.Implicit(right, left.Type);
        if (!left.Type.IsNumeric || !right.Type.IsNumeric)
            return null;

        if (symbol == "/")
            return Divide(left, right);
        if (symbol == "//")
            return left.Type.Kind == TypeKind.Int && right.Type.Kind == TypeKind.Int ? Whole(symbol, left, right) : null;

        ExpressionType type = ExpressionType.Common(left.Type, right.Type)!.Value;
        return type.Kind switch
        {
            TypeKind.Int => Whole(symbol, left, right),
            TypeKind.Decimal => Exact(symbol, left, right, type),
            _ => Real(symbol, Conversion.Implicit(left, type), Conversion.Implicit(right, type)),
        };
    }

    public static Node? Negate(Node operand) => operand.Type.Kind switch
    {
        TypeKind.Null => operand,
        TypeKind.Int => new UnaryNode<long, long, NegateInt>(operand.Type, operand, default, new Sql("(-{0})"), EvaluationDiagnostics.Overflow),
        TypeKind.Decimal => new UnaryNode<Int128, Int128, NegateDecimal>(operand.Type, operand, default, new Sql("(-{0})"), EvaluationDiagnostics.Overflow),
        TypeKind.Double => new UnaryNode<double, double, NegateDouble>(operand.Type, operand, default, new Sql("(-{0})")),
        TypeKind.WholeDuration or TypeKind.FineDuration =>
            new UnaryNode<Int128, Int128, NegateDuration>(operand.Type, operand, default, new Sql("(-{0})")),
        _ => null,
    };

    private static Node Whole(string symbol, Node left, Node right)
    {
        // A sum of two literals or 32-bit columns would be made in 32 bits by the SQL engines.
        string first = left.IsWideInSql || right.IsWideInSql ? "{0}" : "CAST({0} AS BIGINT)";
        Sql sql = new($"({first} {symbol} {{1}})", $"({first} {(symbol == "//" ? "/" : symbol)} {{1}})");
        ExpressionType type = ExpressionType.Int;
        return symbol switch
        {
            "+" => new BinaryNode<long, long, long, AddInt>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "-" => new BinaryNode<long, long, long, SubtractInt>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "*" => new BinaryNode<long, long, long, MultiplyInt>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "//" => new BinaryNode<long, long, long, DivideInt>(type, left, right, default, sql, EvaluationDiagnostics.DivisionByZero),
            _ => new BinaryNode<long, long, long, RemainderInt>(type, left, right, default, sql, EvaluationDiagnostics.DivisionByZero),
        };
    }

    private static Node Exact(string symbol, Node left, Node right, ExpressionType type)
    {
        Sql sql = new($"({{0}} {symbol} {{1}})");
        if (symbol == "*")
        {
            int places = left.Type.Scale + right.Type.Scale;
            int kept = Math.Min(places, ColumnType.MaxPrecision);
            Sql product = kept == places ? sql : new Sql($"CAST(({{0}} * {{1}}) AS DECIMAL(38,{kept}))");
            return new BinaryNode<Int128, Int128, Int128, MultiplyDecimal>(
                ExpressionType.Decimal(kept), AsDecimal(left), AsDecimal(right), new MultiplyDecimal(places - kept), product, EvaluationDiagnostics.Overflow);
        }

        left = Conversion.Implicit(left, type);
        right = Conversion.Implicit(right, type);
        return symbol switch
        {
            "+" => new BinaryNode<Int128, Int128, Int128, AddDecimal>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "-" => new BinaryNode<Int128, Int128, Int128, SubtractDecimal>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            _ => new BinaryNode<Int128, Int128, Int128, RemainderDecimal>(type, left, right, default, sql, EvaluationDiagnostics.DivisionByZero),
        };
    }

    private static Node AsDecimal(Node node) => node.Type.Kind == TypeKind.Int ? Conversion.Implicit(node, ExpressionType.Decimal(0)) : node;

    private static BinaryNode<double, double, double, DivideDouble> Divide(Node left, Node right)
    {
        ExpressionType type = ExpressionType.Double;
        return new(
            type, Conversion.Implicit(left, type), Conversion.Implicit(right, type), default, new Sql("({0} / {1})"), EvaluationDiagnostics.DivisionByZero);
    }

    private static Node Real(string symbol, Node left, Node right)
    {
        Sql sql = new($"({{0}} {symbol} {{1}})");
        ExpressionType type = ExpressionType.Double;
        return symbol switch
        {
            "+" => new BinaryNode<double, double, double, AddDouble>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "-" => new BinaryNode<double, double, double, SubtractDouble>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "*" => new BinaryNode<double, double, double, MultiplyDouble>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            _ => new BinaryNode<double, double, double, RemainderDouble>(type, left, right, default, sql, EvaluationDiagnostics.DivisionByZero),
        };
    }
}
