using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Databases.Postgres;

/// <summary>How a column that exists takes cells in binary COPY.</summary>
internal enum PostgresType
{
    Other,
    Boolean,
    Int16,
    Int32,
    Int64,
    Double,
    Numeric,
    Text,
    Json,
    JsonBinary,
    Date,
    Time,
    Timestamp,
    Uuid,
}

/// <summary>Types of columns by the names PostgreSQL tells, and which of ours they take.</summary>
internal static class PostgresTypes
{
    private const int MicroDigits = 6;

    /// <summary>What marks an enumeration, whose own name says nothing.</summary>
    public const string EnumMark = "enum ";

    public static PostgresType Of(string name) => Bare(name) switch
    {
        "boolean" => PostgresType.Boolean,
        "smallint" => PostgresType.Int16,
        "integer" => PostgresType.Int32,
        "bigint" => PostgresType.Int64,
        "double precision" => PostgresType.Double,
        "numeric" => PostgresType.Numeric,
        "text" or "character varying" or "character" or "citext" => PostgresType.Text,
        "json" => PostgresType.Json,
        "jsonb" => PostgresType.JsonBinary,
        "date" => PostgresType.Date,
        "time without time zone" => PostgresType.Time,
        "timestamp without time zone" or "timestamp with time zone" => PostgresType.Timestamp,
        "uuid" => PostgresType.Uuid,
        _ when name.StartsWith(EnumMark, StringComparison.Ordinal) => PostgresType.Text,
        _ => PostgresType.Other,
    };

    /// <summary>
    /// Whether cells of a type can be written there and come back as they were. Lengths of texts, sizes of whole numbers and digits
    /// before the point are a matter of the cell, and told where one does not fit; digits behind the point would be rounded away.
    /// </summary>
    public static bool Take(string name, ColumnType type) => (type.Kind, Of(name)) switch
    {
        (ColumnKind.Bool, PostgresType.Boolean) => true,
        (ColumnKind.Int32 or ColumnKind.Int64, PostgresType.Int16 or PostgresType.Int32 or PostgresType.Int64) => true,
        (ColumnKind.Int32 or ColumnKind.Int64, PostgresType.Numeric) => ScaleOf(name) is null or >= 0,
        (ColumnKind.Double, PostgresType.Double) => true,
        (ColumnKind.Decimal, PostgresType.Numeric) => ScaleOf(name) is not { } scale || scale >= type.Scale,
        (ColumnKind.String, PostgresType.Text) => true,
        (ColumnKind.Json, PostgresType.Text or PostgresType.Json or PostgresType.JsonBinary) => true,
        (ColumnKind.Date, PostgresType.Date) => true,
        (ColumnKind.Time, PostgresType.Time) => true,
        (ColumnKind.Timestamp, PostgresType.Timestamp) => true,
        (ColumnKind.Uuid, PostgresType.Uuid or PostgresType.Text) => true,
        _ => false,
    };

    /// <summary>The microseconds of which times in a column are multiples: with <c>timestamp(3)</c> a thousand.</summary>
    public static long MicrosOf(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal);
        int digits = open < 0 ? MicroDigits : int.Parse(name[(open + 1)..name.IndexOf(')', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        return CellText.PowerOfTen(MicroDigits - digits);
    }

    // The time with 'timestamp(3) without time zone' has its length in the middle.
    private static string Bare(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal);
        int close = name.IndexOf(')', StringComparison.Ordinal);
        return open < 0 || close < open ? name : name[..open] + name[(close + 1)..];
    }

    private static int? ScaleOf(string name)
    {
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        int open = name.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return null;
        return comma < 0 ? 0 : int.Parse(name[(comma + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
