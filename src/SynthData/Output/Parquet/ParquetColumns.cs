using System.Collections.Immutable;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>The Parquet type of each column type. Every column may be null: whether one is, is a fact of its cells.</summary>
internal static class ParquetColumns
{
    public static ParquetSchema For(ImmutableArray<BatchColumn> columns) => new(columns.Select(column => (Field)FieldFor(column.Name, column.Type)));

    private static DataField FieldFor(string name, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => new DataField<bool>(name, true),
        ColumnKind.Int32 => new DataField<int>(name, true),
        ColumnKind.Int64 => new DataField<long>(name, true),
        ColumnKind.Double => new DataField<double>(name, true),
        ColumnKind.Decimal => new DecimalDataField(name, type.Precision, type.Scale, isNullable: true),
        ColumnKind.Date => new DataField<DateOnly>(name, true),
        ColumnKind.Time => new TimeDataField(name, TimeUnitPrecision.Micros, isNullable: true) { IsAdjustedToUtc = false },
        ColumnKind.Timestamp => new DateTimeDataField(
            name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, unit: DateTimeTimeUnit.Micros, isNullable: true),
        ColumnKind.Uuid => new DataField<Guid>(name, true),
        _ => new DataField<string>(name, true),
    };
}
