using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Globalization;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData;

/// <summary>Describes the columns of a reader in ADO.NET's words, as DataTable.Load and bulk loaders ask for them.</summary>
internal static class ReaderSchema
{
    private static readonly ImmutableArray<(string Name, Type Type)> Facts =
    [
        (SchemaTableColumn.ColumnName, typeof(string)),
        (SchemaTableColumn.ColumnOrdinal, typeof(int)),
        (SchemaTableColumn.ColumnSize, typeof(int)),
        (SchemaTableColumn.NumericPrecision, typeof(short)),
        (SchemaTableColumn.NumericScale, typeof(short)),
        (SchemaTableColumn.DataType, typeof(Type)),
        (SchemaTableColumn.AllowDBNull, typeof(bool)),
        (SchemaTableColumn.IsLong, typeof(bool)),
        (SchemaTableColumn.IsUnique, typeof(bool)),
        (SchemaTableColumn.IsKey, typeof(bool)),
    ];

    /// <summary>One row a column; precision and scale for decimals only.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <param name="typeOf">The .NET type of an ordinal.</param>
    public static DataTable Of(ImmutableArray<BatchColumn> columns, Func<int, Type> typeOf)
    {
        var schema = new DataTable("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        foreach ((string name, Type type) in Facts)
            schema.Columns.Add(name, type);
        for (int ordinal = 0; ordinal < columns.Length; ordinal++)
        {
            ColumnType type = columns[ordinal].Type;
            DataRow row = schema.NewRow();
            row[SchemaTableColumn.ColumnName] = columns[ordinal].Name;
            row[SchemaTableColumn.ColumnOrdinal] = ordinal;
            row[SchemaTableColumn.ColumnSize] = -1;
            row[SchemaTableColumn.DataType] = typeOf(ordinal);
            row[SchemaTableColumn.AllowDBNull] = true;
            row[SchemaTableColumn.IsLong] = false;
            row[SchemaTableColumn.IsUnique] = false;
            row[SchemaTableColumn.IsKey] = false;
            if (type.Kind == ColumnKind.Decimal)
            {
                row[SchemaTableColumn.NumericPrecision] = (short)type.Precision;
                row[SchemaTableColumn.NumericScale] = (short)type.Scale;
            }

            schema.Rows.Add(row);
        }

        return schema;
    }
}
