using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Binding;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("abs", "The number without its sign.", "abs(-3)", "3",
        [
            Of("abs(number)", ParameterKind.Int, x =>
                new UnaryNode<long, long, AbsInt>(x.Type, x, default, Arithmetic.Widest("ABS({0})", [x], TypeKind.Int), EvaluationDiagnostics.Overflow)),
            Of("abs(number)", ParameterKind.Decimal, x =>
                new UnaryNode<Int128, Int128, AbsDecimal>(x.Type, x, default, new Sql("ABS({0})"), EvaluationDiagnostics.Overflow)),
            Of("abs(number)", ParameterKind.Double, x => new UnaryNode<double, double, AbsDouble>(x.Type, x, default, new Sql("ABS({0})"))),
        ]),
        new("round", "The number at so many places, half away from zero; without places a whole one.", "round(2.345, 2)", "2.35",
        [
            Of("round(number)", ParameterKind.Int, x => x),
            Of("round(number)", ParameterKind.Decimal, x => RoundTo(x, 0)),
            Of("round(number)", ParameterKind.Double, x => RoundTo(x, 0)),
            new Overload("round(number, places)", [ParameterKind.Decimal, ParameterKind.IntLiteral], call => Rounded(call)),
            new Overload("round(number, places)", [ParameterKind.Double, ParameterKind.IntLiteral], call => Rounded(call)),
        ]),
        new("floor", "The next whole number below.", "floor(-2.5)", "-3", Whole("floor", isCeiling: false)),
        new("ceil", "The next whole number above.", "ceil(2.1)", "3", Whole("ceil", isCeiling: true)),
        new("sign", "-1, 0 or 1.", "sign(-2.5)", "-1",
        [
            Of("sign(number)", ParameterKind.Int, x => new UnaryNode<long, long, SignInt>(ExpressionType.Int, x, default, SignSql)),
            Of("sign(number)", ParameterKind.Decimal, x => new UnaryNode<Int128, long, SignDecimal>(ExpressionType.Int, x, default, SignSql)),
            Of("sign(number)", ParameterKind.Double, x => new UnaryNode<double, long, SignDouble>(ExpressionType.Int, x, default, SignSql)),
        ]),
        new("sqrt", "The square root; of a negative number an error.", "sqrt(2.25)", "1.5",
        [
            Of("sqrt(number)", ParameterKind.Double, x =>
                new UnaryNode<double, double, SquareRoot>(x.Type, x, default, new Sql("SQRT({0})"), EvaluationDiagnostics.OutOfDomain)),
        ]),
        new("ln", "The natural logarithm; of zero or less an error.", "ln(1)", "0",
        [
            Of("ln(number)", ParameterKind.Double, x =>
                new UnaryNode<double, double, Logarithm>(x.Type, x, default, new Sql("LN({0})"), EvaluationDiagnostics.OutOfDomain)),
        ]),
        new("exp", "e to the power of the number.", "exp(0)", "1",
        [
            Of("exp(number)", ParameterKind.Double, x =>
                new UnaryNode<double, double, Exponential>(x.Type, x, default, new Sql("EXP({0})"), EvaluationDiagnostics.Overflow)),
        ]),
        new("power", "The first number to the power of the second.", "power(2, 10)", "1024",
        [
            new Overload("power(base, exponent)", [ParameterKind.Double, ParameterKind.Double], call =>
                new BinaryNode<double, double, double, PowerDouble>(
                    ExpressionType.Double, call[0], call[1], default, new Sql("POWER({0}, {1})"), EvaluationDiagnostics.OutOfDomain)),
        ]),
    ];

    private static Sql SignSql => new("CAST(SIGN({0}) AS BIGINT)");

    private static Overload Of(string signature, ParameterKind parameter, Func<Node, Node> make) => new(signature, [parameter], call => make(call[0]));

    private static ImmutableArray<Overload> Whole(string name, bool isCeiling)
    {
        string sql = name.ToUpperInvariant() + "({0})";
        return
        [
            Of(name + "(number)", ParameterKind.Int, x => x),
            Of(name + "(number)", ParameterKind.Decimal, x =>
            {
                Node whole = new UnaryNode<Int128, Int128, FloorDecimal>(ExpressionType.Decimal(0), x, new FloorDecimal(x.Type.Scale, isCeiling), new Sql(sql));
                return whole;
            }),
            Of(name + "(number)", ParameterKind.Double, x => isCeiling
                ? new UnaryNode<double, double, CeilDouble>(x.Type, x, default, new Sql(sql))
                : new UnaryNode<double, double, FloorDouble>(x.Type, x, default, new Sql(sql))),
        ];
    }

    private static Node? Rounded(Call call)
    {
        if (call.Whole(1) is not { } places)
            return null;
        return RoundTo(call[0], (int)Math.Clamp(places, -18, 18));
    }

    private static Node RoundTo(Node node, int places)
    {
        ExpressionType type = node.Type;
        if (type.Kind == TypeKind.Double)
        {
            Sql real = new(places == 0 ? "ROUND({0})" : $"ROUND({{0}}, {places})", $"CAST(ROUND(CAST({{0}} AS NUMERIC), {places}) AS DOUBLE PRECISION)");
            return new UnaryNode<double, double, RoundDouble>(type, node, new RoundDouble(places), real);
        }

        int kept = Math.Clamp(places, 0, type.Scale);
        return new UnaryNode<Int128, Int128, RoundDecimal>(
            ExpressionType.Decimal(kept), node, new RoundDecimal(type.Scale, places, kept), Arithmetic.Widest($"ROUND({{0}}, {places})", [node], TypeKind.Decimal),
            EvaluationDiagnostics.Overflow);
    }
}
