using System.Globalization;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Expressions.Nodes;

/// <summary>Literals as nodes, and as SQL.</summary>
internal static class Constants
{
    public static ConstantNode<long> Whole(long value)
    {
        // Without its sign the smallest whole number is too great for 64 bits, and so would be of a wider type.
        string text = value == long.MinValue ? $"CAST('{Invariant(value)}' AS BIGINT)" : value < 0 ? $"({Invariant(value)})" : Invariant(value);
        return new(ExpressionType.Int, value, new Sql(text), isWideInSql: value is < int.MinValue or > int.MaxValue);
    }

    public static ConstantNode<long> Bool(bool value) => new(ExpressionType.Bool, value ? 1 : 0, new Sql(value ? "TRUE" : "FALSE"));

    public static ConstantNode<double> Real(double value) => new(
        ExpressionType.Double, value, new Sql($"CAST('{Invariant(value)}' AS DOUBLE)", $"CAST('{Invariant(value)}' AS DOUBLE PRECISION)"));

    public static ConstantNode<Int128> Decimal(Int128 value, int scale)
    {
        string text = Print(value, scale);
        return new(ExpressionType.Decimal(scale), value, new Sql(value < 0 ? $"({text})" : text), isWideInSql: false);
    }

    /// <summary>A decimal of up to 39 digits as CSV writes those of 18.</summary>
    public static string Print(Int128 value, int scale)
    {
        string sign = value < 0 ? "-" : "";
        string digits = Invariant(value).TrimStart('-').PadLeft(scale + 1, '0');
        return scale == 0 ? sign + digits : $"{sign}{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
    }

    public static ConstantNode<long> Date(long day) => Moment(ColumnKind.Date, day);

    public static ConstantNode<long> Moment(ColumnKind kind, long value)
    {
        var type = new ColumnType(kind);
        Column cell = Column.For(type);
        cell.Reset(1);
        ((Int64Column)cell)[0] = value;
        string text = CellText.Format(cell, 0, type).Replace('T', ' ');
        return new(ExpressionType.Of(type), value, new Sql($"{kind.ToString().ToUpperInvariant()} '{text}'"));
    }

    public static ConstantNode<Int128> Span(Duration value)
    {
        string months = value.Months == 0 ? "" : $"{Invariant(value.Months)} months";
        string rest = value.Micros % CellText.MicrosPerDay == 0
            ? $"{Invariant(value.Micros / CellText.MicrosPerDay)} days"
            : $"{Invariant(value.Micros / CellText.MicrosPerSecond)} seconds";
        string written = value.Micros == 0 && months.Length > 0 ? months : $"{months} {rest}".Trim();
        return new(value.IsWhole ? ExpressionType.WholeDuration : ExpressionType.FineDuration, value.Cell, new Sql($"INTERVAL '{written}'"));
    }

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
