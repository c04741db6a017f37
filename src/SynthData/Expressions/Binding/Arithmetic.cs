using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;
using SynthData.Numerics;
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
        TypeKind.Int => new UnaryNode<long, long, NegateInt>(operand.Type, operand, default, Widest("(-{0})", [operand], TypeKind.Int), EvaluationDiagnostics.Overflow),
        TypeKind.Decimal => new UnaryNode<Int128, Int128, NegateDecimal>(operand.Type, operand, default, new Sql("(-{0})"), EvaluationDiagnostics.Overflow),
        TypeKind.Double => new UnaryNode<double, double, NegateDouble>(operand.Type, operand, default, new Sql("(-{0})")),
        TypeKind.WholeDuration or TypeKind.FineDuration =>
            new UnaryNode<Int128, Int128, NegateDuration>(operand.Type, operand, default, new Sql("(-{0})")),
        _ => null,
    };

    /// <summary>The SQL of arithmetic whose first operand is cast to the engines' widest type, unless one operand has it already.</summary>
    /// <remarks>DuckDB would make a sum of 32-bit columns in 32 bits and one of decimals of 18 digits in 18; PostgreSQL only the first.</remarks>
    public static Sql Widest(string duckDb, ReadOnlySpan<Node> operands, TypeKind kind, string? postgres = null)
    {
        foreach (Node operand in operands)
        {
            if (operand.Type.Kind == kind && operand.IsWideInSql)
                return new Sql(duckDb, postgres, IsWide: true);
        }

        string cast = kind == TypeKind.Int ? "CAST({0} AS BIGINT)" : $"CAST({{0}} AS {SqlTypes.Name(ExpressionType.Decimal(operands[0].Type.Scale), SqlDialect.DuckDb)})";
        string inPostgres = postgres ?? duckDb;
        return new Sql(
            duckDb.Replace("{0}", cast, StringComparison.Ordinal),
            kind == TypeKind.Int ? inPostgres.Replace("{0}", cast, StringComparison.Ordinal) : inPostgres,
            IsWide: true);
    }

    private static Node Whole(string symbol, Node left, Node right)
    {
        Sql sql = Widest($"({{0}} {symbol} {{1}})", [left, right], TypeKind.Int, $"({{0}} {(symbol == "//" ? "/" : symbol)} {{1}})");
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
        if (symbol == "*")
        {
            int places = left.Type.Scale + right.Type.Scale;
            int kept = Math.Min(places, ColumnType.MaxPrecision);
            string product = kept == places ? "({0} * {1})" : $"CAST(({{0}} * {{1}}) AS DECIMAL(38,{kept}))";
            return new BinaryNode<Int128, Int128, Int128, MultiplyDecimal>(
                ExpressionType.Decimal(kept), AsDecimal(left), AsDecimal(right), new MultiplyDecimal(places - kept),
                Widest(product, [left, right], TypeKind.Decimal), EvaluationDiagnostics.Overflow);
        }

        Sql sql = Widest($"({{0}} {symbol} {{1}})", [left, right], TypeKind.Decimal);
        Sql remainder = Remainder(left, right, type.Scale);
        left = Conversion.Implicit(left, type);
        right = Conversion.Implicit(right, type);
        return symbol switch
        {
            "+" => new BinaryNode<Int128, Int128, Int128, AddDecimal>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            "-" => new BinaryNode<Int128, Int128, Int128, SubtractDecimal>(type, left, right, default, sql, EvaluationDiagnostics.Overflow),
            _ => new BinaryNode<Int128, Int128, Int128, RemainderDecimal>(type, left, right, default, remainder, EvaluationDiagnostics.DivisionByZero),
        };
    }

    // DuckDB makes the remainder of decimals with doubles, where 0.7 % 0.1 is not 0; that of whole numbers is exact.
    private static Sql Remainder(Node left, Node right, int scale)
    {
        string whole = $"CAST(({LastPlaces("{0}", left, scale)} % {LastPlaces("{1}", right, scale)}) AS DECIMAL(38,0))";
        string duckDb = scale == 0 ? whole : $"({whole} * {Constants.Print(1, scale)})";
        return new Sql(duckDb, "({0} % {1})", IsWide: true);
    }

    private static string LastPlaces(string operand, Node node, int scale)
    {
        string factor = scale == 0 ? "" : " * " + Rounding.PowerOfTen(scale).ToString(CultureInfo.InvariantCulture);
        if (node.Type.Kind != TypeKind.Decimal)
            return $"(CAST({operand} AS HUGEINT){factor})";
        string wide = node.IsWideInSql ? operand : $"CAST({operand} AS DECIMAL(38,{node.Type.Scale}))";
        return $"CAST({wide}{factor} AS HUGEINT)";
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
        // PostgreSQL has no remainder of doubles.
        Sql sql = new($"({{0}} {symbol} {{1}})", symbol == "%" ? "CAST((CAST({0} AS NUMERIC) % CAST({1} AS NUMERIC)) AS DOUBLE PRECISION)" : null);
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
