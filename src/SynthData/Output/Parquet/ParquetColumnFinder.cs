using System.Collections.Immutable;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>Finds the columns of a Parquet file whose type is one of ours.</summary>
internal static class ParquetColumnFinder
{
    private static readonly ImmutableArray<ColumnType> Types =
    [
        new(ColumnKind.Bool), ColumnType.Int64, new(ColumnKind.Double), new(ColumnKind.Date), new(ColumnKind.Time), new(ColumnKind.Timestamp),
        new(ColumnKind.Uuid), ColumnType.Text,
    ];

    public static ImmutableArray<BatchColumn> Find(ParquetSchema schema) =>
    [
        .. schema.Fields.DistinctBy(field => field.Name).OfType<DataField>().Where(field => !field.IsArray)
            .Select(field => (field.Name, Type: TypeOf(field)))
            .Where(found => found.Type is not null)
            .Select(found => new BatchColumn(found.Name, found.Type!.Value)),
    ];

    private static ColumnType? TypeOf(DataField field)
    {
        if (field is DecimalDataField { Scale: <= ColumnType.MaxPrecision } number)
            return ColumnType.Decimal(number.Scale);
        return Types.Cast<ColumnType?>().FirstOrDefault(type => ParquetValues.CanRead(field, type!.Value));
    }
}
