using Parquet;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>Values of a Parquet column as cells of a column type.</summary>
internal static class ParquetValues
{
    /// <summary>Says whether the values of a field can be cells of a type without loss of their kind.</summary>
    public static bool CanRead(DataField field, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => field.ClrType == typeof(bool),
        ColumnKind.Int32 or ColumnKind.Int64 => field is not TimeDataField && (field.ClrType == typeof(int) || field.ClrType == typeof(long)),
        ColumnKind.Double => field.ClrType == typeof(double) || field.ClrType == typeof(float),
        ColumnKind.Decimal => field.ClrType == typeof(decimal),
        ColumnKind.Date => field.ClrType == typeof(DateOnly),
        ColumnKind.Time => field is TimeDataField { Precision: TimeUnitPrecision.Micros },
        ColumnKind.Timestamp => field.ClrType == typeof(DateTime),
        ColumnKind.Uuid => field.ClrType == typeof(Guid),
        _ => field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>),
    };

    public static async Task ReadAsync(ParquetRowGroupReader group, DataField field, CellSink sink, CancellationToken cancellationToken)
    {
        BatchColumn column = sink.Column;
        switch (column.Type.Kind)
        {
            case ColumnKind.Bool:
                sink.Take(await Values<bool>(group, field, cancellationToken), value => value ? 1 : 0);
                break;
            case ColumnKind.Int32 or ColumnKind.Int64 when field.ClrType == typeof(int):
                sink.Take(await Values<int>(group, field, cancellationToken), value => value);
                break;
            case ColumnKind.Int32:
                sink.Take(await Values<long>(group, field, cancellationToken), value => value is >= int.MinValue and <= int.MaxValue ? value : null);
                break;
            case ColumnKind.Int64 or ColumnKind.Time:
                sink.Take(await Values<long>(group, field, cancellationToken), value => value);
                break;
            case ColumnKind.Double when field.ClrType == typeof(float):
                sink.TakeReal(await Values<float>(group, field, cancellationToken), value => value);
                break;
            case ColumnKind.Double:
                sink.TakeReal(await Values<double>(group, field, cancellationToken), value => value);
                break;
            case ColumnKind.Decimal:
                sink.Take(await Values<decimal>(group, field, cancellationToken), value => Places(value, column.Type));
                break;
            case ColumnKind.Date:
                sink.Take(await Values<DateOnly>(group, field, cancellationToken), value => CellText.FromDate(value));
                break;
            case ColumnKind.Timestamp:
                sink.Take(await Values<DateTime>(group, field, cancellationToken), value => CellText.FromDateTime(value));
                break;
            case ColumnKind.Uuid:
                sink.TakeGuid(await Values<Guid>(group, field, cancellationToken));
                break;
            default:
                string?[] texts = new string?[group.RowCount];
                await group.ReadAsync(field, texts!, cancellationToken: cancellationToken);
                sink.TakeText(texts);
                break;
        }
    }

    private static async Task<T?[]> Values<T>(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
        where T : struct
    {
        if (field.IsNullable)
        {
            T?[] values = new T?[group.RowCount];
            await group.ReadAsync<T>(field, (Memory<T?>)values, cancellationToken: cancellationToken);
            return values;
        }

        T[] required = new T[group.RowCount];
        await group.ReadAsync<T>(field, (Memory<T>)required, cancellationToken: cancellationToken);
        return Array.ConvertAll(required, value => (T?)value);
    }

    private static long? Places(decimal value, ColumnType type)
    {
        decimal places = value * CellText.PowerOfTen(type.Scale);
        return places == decimal.Truncate(places) && Math.Abs(places) < CellText.PowerOfTen(type.Precision) ? (long)places : null;
    }
}
