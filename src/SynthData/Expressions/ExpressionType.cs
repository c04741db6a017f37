using System.Globalization;
using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>The type of an expression, known when it is bound.</summary>
/// <param name="Scale">Places after the point for decimals, 0 to 18; else 0.</param>
internal readonly record struct ExpressionType(TypeKind Kind, int Scale = 0)
{
    public static ExpressionType Null => new(TypeKind.Null);

    public static ExpressionType Bool => new(TypeKind.Bool);

    public static ExpressionType Int => new(TypeKind.Int);

    public static ExpressionType Double => new(TypeKind.Double);

    public static ExpressionType Text => new(TypeKind.Text);

    public static ExpressionType Date => new(TypeKind.Date);

    public static ExpressionType Time => new(TypeKind.Time);

    public static ExpressionType Timestamp => new(TypeKind.Timestamp);

    public static ExpressionType Uuid => new(TypeKind.Uuid);

    public static ExpressionType WholeDuration => new(TypeKind.WholeDuration);

    public static ExpressionType FineDuration => new(TypeKind.FineDuration);

    public bool IsNumeric => Kind is TypeKind.Int or TypeKind.Decimal or TypeKind.Double;

    public bool IsDuration => Kind is TypeKind.WholeDuration or TypeKind.FineDuration;

    /// <summary>The column that holds such values without loss; null for durations.</summary>
    public ColumnType? Column => Kind switch
    {
        TypeKind.Bool => ColumnType.Bool,
        TypeKind.Int => ColumnType.Int64,
        TypeKind.Decimal => ColumnType.Decimal(Scale),
        TypeKind.Double => new ColumnType(ColumnKind.Double),
        TypeKind.Text or TypeKind.Null => ColumnType.Text,
        TypeKind.Date => new ColumnType(ColumnKind.Date),
        TypeKind.Time => new ColumnType(ColumnKind.Time),
        TypeKind.Timestamp => new ColumnType(ColumnKind.Timestamp),
        TypeKind.Uuid => new ColumnType(ColumnKind.Uuid),
        _ => null,
    };

    public static ExpressionType Decimal(int scale) => new(TypeKind.Decimal, scale);

    public static ExpressionType Of(ColumnType column) => column.Kind switch
    {
        ColumnKind.Bool => Bool,
        ColumnKind.Int32 or ColumnKind.Int64 => Int,
        ColumnKind.Decimal => Decimal(column.Scale),
        ColumnKind.Double => Double,
        ColumnKind.Date => Date,
        ColumnKind.Time => Time,
        ColumnKind.Timestamp => Timestamp,
        ColumnKind.Uuid => Uuid,
        _ => Text,
    };

    /// <summary>Whether values become the other type by themselves: int → decimal → double, date → timestamp, null → all.</summary>
    public bool Becomes(ExpressionType other) => this == other || Kind switch
    {
        TypeKind.Null => true,
        TypeKind.Int => other.Kind is TypeKind.Decimal or TypeKind.Double,
        TypeKind.Decimal => other.Kind == TypeKind.Double || (other.Kind == TypeKind.Decimal && other.Scale >= Scale),
        TypeKind.Date => other.Kind == TypeKind.Timestamp,
        TypeKind.WholeDuration => other.Kind == TypeKind.FineDuration,
        _ => false,
    };

    /// <summary>The smallest type that both become, or null.</summary>
    public static ExpressionType? Common(ExpressionType a, ExpressionType b)
    {
        if (a.Kind == TypeKind.Decimal && b.Kind == TypeKind.Decimal)
            return Decimal(Math.Max(a.Scale, b.Scale));
        return a.Becomes(b) ? b : b.Becomes(a) ? a : null;
    }

    /// <summary>Prints the type as schemas write it.</summary>
    public override string ToString() => Kind switch
    {
        TypeKind.Null => "null",
        TypeKind.Bool => "bool",
        TypeKind.Int => "int64",
        TypeKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({Scale})"),
        TypeKind.Double => "double",
        TypeKind.Text => "string",
        TypeKind.Date => "date",
        TypeKind.Time => "time",
        TypeKind.Timestamp => "timestamp",
        TypeKind.Uuid => "uuid",
        _ => "duration",
    };
}
