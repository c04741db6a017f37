using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Binding;

/// <summary>The typed nodes of + - * with dates, times, timestamps and durations; null where the operands do not fit.</summary>
internal static class MomentArithmetic
{
    public static Node? Make(string symbol, Node left, Node right)
    {
        // Months before days, whichever side the date is on.
        if (symbol is "+" or "*" && left.Type.IsDuration && !right.Type.IsDuration)
            return Ordered(symbol, right, left, isTurned: true);
        return Ordered(symbol, left, right, isTurned: false);
    }

    private static Node? Ordered(string symbol, Node left, Node right, bool isTurned)
    {
        TypeKind kind = left.Type.Kind;
        if (right.Type.Kind == TypeKind.Null && symbol is "+" or "-"
            && kind is TypeKind.Date or TypeKind.Timestamp or TypeKind.Time or TypeKind.WholeDuration or TypeKind.FineDuration)
            return new NullNode(left.Type);
        if (kind == TypeKind.Null && right.Type.IsDuration)
            return new NullNode(symbol == "*" ? right.Type : ExpressionType.Timestamp);

        string order = isTurned ? "{1} " + symbol + " {0}" : "{0} " + symbol + " {1}";
        return (symbol, kind, right.Type.Kind) switch
        {
            ("+" or "-", TypeKind.Date, TypeKind.WholeDuration) => new BinaryNode<long, Int128, long, MoveDate>(
                left.Type, left, right, new MoveDate(Sign(symbol)), new Sql($"CAST(({order}) AS DATE)"), EvaluationDiagnostics.NoSuchDay),
            ("+" or "-", TypeKind.Date, TypeKind.FineDuration) => Ordered(symbol, Conversion.Implicit(left, ExpressionType.Timestamp), right, isTurned),
            ("+" or "-", TypeKind.Timestamp, TypeKind.WholeDuration or TypeKind.FineDuration) => new BinaryNode<long, Int128, long, MoveTimestamp>(
                left.Type, left, right, new MoveTimestamp(Sign(symbol)), new Sql($"({order})"), EvaluationDiagnostics.NoSuchDay),
            ("+" or "-", TypeKind.Time, TypeKind.FineDuration) => new BinaryNode<long, Int128, long, MoveTime>(
                left.Type, left, right, new MoveTime(Sign(symbol)), new Sql($"({order})"), EvaluationDiagnostics.OutOfDomain),
            ("-", TypeKind.Date, TypeKind.Date) => new BinaryNode<long, long, long, SubtractDates>(
                ExpressionType.Int, left, right, default, new Sql("({0} - {1})")),
            ("+" or "-", TypeKind.WholeDuration or TypeKind.FineDuration, TypeKind.WholeDuration or TypeKind.FineDuration) =>
                new BinaryNode<Int128, Int128, Int128, AddDuration>(
                    ExpressionType.Common(left.Type, right.Type)!.Value, left, right,
                    new AddDuration(Sign(symbol)), new Sql($"({order})"), EvaluationDiagnostics.Overflow),
            ("*", TypeKind.Int, TypeKind.WholeDuration or TypeKind.FineDuration) => new BinaryNode<long, Int128, Int128, MultiplyDuration>(
                right.Type, left, right, default, new Sql($"({order})"), EvaluationDiagnostics.Overflow),
            ("*", TypeKind.Decimal or TypeKind.Double, TypeKind.WholeDuration or TypeKind.FineDuration) => new BinaryNode<double, Int128, Int128, ScaleDuration>(
                ExpressionType.FineDuration, Conversion.Implicit(left, ExpressionType.Double), right, default, new Sql($"({order})"), EvaluationDiagnostics.OutOfDomain),
            _ => null,
        };
    }

    private static int Sign(string symbol) => symbol == "+" ? 1 : -1;
}
