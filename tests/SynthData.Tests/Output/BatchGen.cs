using System.Collections.Immutable;
using CsCheck;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Tests.Output;

/// <summary>Random columns and cells with everything that makes files go wrong.</summary>
internal static class BatchGen
{
    private const long MaxMicros = 253_402_300_799_999_999;
    private const long MinMicros = -62_135_596_800_000_000;

    private static readonly string[] Pieces =
        ["", "a", "Zoë", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\t", "=1+1", "'", ";", "漢字", "🚲", "\u2028", "null", "NULL", "\\", "{}", "0"];

    private static readonly Gen<string> Text = Gen.Select(Any(Pieces).Array[0, 6], parts => string.Concat(parts));

    private static readonly Gen<string> Json = Any("{}", "[1, 2]", "\"a,b\"", "{\"a\": {\"b\": null}}", "1.50", "null", "\"\"");

    public static readonly Gen<ColumnType> Type = Gen.OneOf(
        Any(
            ColumnKind.String, ColumnKind.String, ColumnKind.Bool, ColumnKind.Int32, ColumnKind.Int64, ColumnKind.Double, ColumnKind.Date,
            ColumnKind.Time, ColumnKind.Timestamp, ColumnKind.Uuid, ColumnKind.Json).Select(kind => new ColumnType(kind)),
        Gen.Int[1, 18].SelectMany(precision => Gen.Int[0, precision].Select(scale => ColumnType.Decimal(scale, precision))));

    public static readonly Gen<(ImmutableArray<BatchColumn> Columns, object?[][] Rows)> Rows =
        Type.Array[1, 6].SelectMany(types => Gen.Int[0, 40].SelectMany(count => Table(types, count)));

    private static Gen<(ImmutableArray<BatchColumn> Columns, object?[][] Rows)> Table(ColumnType[] types, int count)
    {
        ImmutableArray<BatchColumn> columns = [.. types.Select((type, index) => new BatchColumn($"c{index}", type))];
        return types.Aggregate(
            Gen.Const(ImmutableArray<object?[]>.Empty),
            (columnsSoFar, type) => Gen.Select(columnsSoFar, Cell(type).Array[count], (sofar, cells) => sofar.Add(cells)))
            .Select(cells => (columns, Enumerable.Range(0, count).Select(row => cells.Select(column => column[row]).ToArray()).ToArray()));
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<object?> Cell(ColumnType type) => Gen.Frequency((1, Gen.Const((object?)null)), (4, Value(type)));

    private static Gen<object?> Value(ColumnType type) => type.Kind switch
    {
        ColumnKind.String => Text.Select(value => (object?)value),
        ColumnKind.Json => Json.Select(value => (object?)value),
        ColumnKind.Bool => Gen.Bool.Select(value => (object?)value),
        ColumnKind.Int32 => Gen.OneOf(Gen.Int, Any(int.MinValue, int.MaxValue, 0)).Select(value => (object?)value),
        ColumnKind.Int64 => Gen.OneOf(Gen.Long, Any(long.MinValue, long.MaxValue, 0L)).Select(value => (object?)value),
        ColumnKind.Double => Gen.OneOf(
            Gen.Double[-1e6, 1e6], Gen.Double.Where(double.IsFinite), Any(0, -0.0, 1e300, double.Epsilon, double.MaxValue, 1e16, 0.1))
            .Select(value => (object?)value),
        ColumnKind.Decimal => Gen.Long[1 - CellText.PowerOfTen(type.Precision), CellText.PowerOfTen(type.Precision) - 1]
            .Select(value => (object?)CellText.ToDecimal(value, type.Scale)),
        ColumnKind.Date => Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(value => (object?)DateOnly.FromDayNumber(value)),
        ColumnKind.Time => Gen.OneOf(Gen.Long[0, CellText.MicrosPerDay - 1], Gen.Long[0, 86_399].Select(second => second * CellText.MicrosPerSecond))
            .Select(value => (object?)new TimeOnly(value * TimeSpan.TicksPerMicrosecond)),
        ColumnKind.Timestamp => Gen.OneOf(Gen.Long[MinMicros, MaxMicros], Gen.Long[0, 4_000_000_000].Select(second => second * CellText.MicrosPerSecond))
            .Select(value => (object?)CellText.ToDateTime(value)),
        _ => Gen.Guid.Select(value => (object?)value),
    };
}
