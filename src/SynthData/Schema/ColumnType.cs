using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SynthData.Schema;

/// <summary>The type of a column.</summary>
/// <param name="Kind">The family.</param>
/// <param name="Precision">Digits in all, for decimals: 1 to 18; else 0.</param>
/// <param name="Scale">Digits after the point, for decimals: 0 to <paramref name="Precision"/>; else 0.</param>
public readonly record struct ColumnType(ColumnKind Kind, int Precision = 0, int Scale = 0)
{
    /// <summary>The greatest precision of a decimal.</summary>
    public const int MaxPrecision = 18;

    internal static readonly string[] Names =
        ["string", "bool", "int32", "int64", "double", "decimal(S)", "date", "time", "timestamp", "uuid", "json"];

    internal static ColumnType Text => new(ColumnKind.String);

    internal static ColumnType Int64 => new(ColumnKind.Int64);

    internal static ColumnType Bool => new(ColumnKind.Bool);

    internal bool IsText => Kind is ColumnKind.String or ColumnKind.Json;

    internal bool IsNumeric => Kind is ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Double or ColumnKind.Decimal;

    internal bool IsWhole => Kind is ColumnKind.Int32 or ColumnKind.Int64;

    internal bool IsTemporal => Kind is ColumnKind.Date or ColumnKind.Time or ColumnKind.Timestamp;

    internal static ColumnType Decimal(int scale, int precision = MaxPrecision) => new(ColumnKind.Decimal, precision, scale);

    /// <summary>Reads a type as schemas write it, such as <c>int64</c> or <c>decimal(2)</c>.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out ColumnType? type)
    {
        type = text switch
        {
            "string" => Text,
            "bool" => Bool,
            "int32" => new ColumnType(ColumnKind.Int32),
            "int64" => Int64,
            "double" => new ColumnType(ColumnKind.Double),
            "date" => new ColumnType(ColumnKind.Date),
            "time" => new ColumnType(ColumnKind.Time),
            "timestamp" => new ColumnType(ColumnKind.Timestamp),
            "uuid" => new ColumnType(ColumnKind.Uuid),
            "json" => new ColumnType(ColumnKind.Json),
            _ => ParseDecimal(text),
        };
        return type is not null;
    }

    /// <summary>Prints the type as schemas write it.</summary>
    public override string ToString() => Kind switch
    {
        ColumnKind.Decimal when Precision == MaxPrecision => string.Create(CultureInfo.InvariantCulture, $"decimal({Scale})"),
        ColumnKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})"),
        ColumnKind.String => "string",
        ColumnKind.Bool => "bool",
        ColumnKind.Int32 => "int32",
        ColumnKind.Int64 => "int64",
        ColumnKind.Double => "double",
        ColumnKind.Date => "date",
        ColumnKind.Time => "time",
        ColumnKind.Timestamp => "timestamp",
        ColumnKind.Uuid => "uuid",
        _ => "json",
    };

    private static ColumnType? ParseDecimal(string text)
    {
        if (!text.StartsWith("decimal(", StringComparison.Ordinal) || !text.EndsWith(')'))
            return null;

        string[] parts = text["decimal(".Length..^1].Split(',', StringSplitOptions.TrimEntries);
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        (int precision, int scale) = numbers.Length == 2 ? (numbers[0], numbers[1]) : (MaxPrecision, numbers[0]);
        return numbers.Length <= 2 && precision is >= 1 and <= MaxPrecision && scale <= precision ? Decimal(scale, precision) : null;
    }
}
