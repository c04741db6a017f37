using Npgsql;
using NpgsqlTypes;
using SynthData.Batches;
using SynthData.Output;
using SynthData.Output.Databases.Postgres;
using SynthData.Schema;

namespace SynthData.Benchmarks.Seeding;

/// <summary>All rows of a table, made before the clock starts: as typed columns, and as the bytes that COPY wants.</summary>
internal sealed class RowsInMemory
{
    private readonly List<RowColumn> columns = [];
    private readonly List<byte[]> encoded = [];

    private RowsInMemory(string table) => Table = table;

    public string Table { get; }

    public long Count { get; private set; }

    public static async Task<RowsInMemory> MakeAsync(GenerationPlan plan, string table)
    {
        var rows = new RowsInMemory(table);
        PostgresRows? encoder = null;
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table))
        {
            if (encoder is null)
            {
                encoder = new PostgresRows(new TableLayout(table, batch.Columns), [.. batch.Columns.Select(column => NameOf(column.Type))]);
                rows.columns.AddRange(batch.Columns.Select(RowColumn.Of));
            }

            for (int column = 0; column < batch.Columns.Length; column++)
                rows.columns[column].Take(batch, column);
            using ByteChunk bytes = encoder.Encode(batch);
            rows.encoded.Add(bytes.Written.ToArray());
            rows.Count += batch.RowCount;
        }

        return rows;
    }

    /// <summary>Copies the rows as a program would that holds them: typed value by typed value through Npgsql's importer.</summary>
    public async Task ImportAsync(NpgsqlConnection connection)
    {
        await using NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(Command);
        for (int row = 0; row < Count; row++)
        {
            await importer.StartRowAsync();
            foreach (RowColumn column in columns)
                await column.WriteAsync(importer, row);
        }

        await importer.CompleteAsync();
    }

    /// <summary>Copies the rows as bytes that are there already: no client can be faster.</summary>
    public async Task CopyAsync(NpgsqlConnection connection)
    {
        await using NpgsqlRawCopyStream stream = await connection.BeginRawBinaryCopyAsync(Command);
        await stream.WriteAsync(PostgresRows.Header.ToArray());
        foreach (byte[] bytes in encoded)
            await stream.WriteAsync(bytes);
        await stream.WriteAsync(new byte[] { 0xFF, 0xFF });
    }

    private string Command => $"COPY \"{Table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)";

    private static string NameOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => "boolean",
        ColumnKind.Int32 => "integer",
        ColumnKind.Int64 => "bigint",
        ColumnKind.Double => "double precision",
        ColumnKind.Decimal => "numeric",
        ColumnKind.Date => "date",
        ColumnKind.Time => "time without time zone",
        ColumnKind.Timestamp => "timestamp without time zone",
        ColumnKind.Uuid => "uuid",
        _ => "text",
    };
}

/// <summary>The values of one column.</summary>
internal abstract class RowColumn(string name)
{
    public string Name => name;

    public static RowColumn Of(BatchColumn column) => column.Type.Kind switch
    {
        ColumnKind.Int64 => new RowColumn<long>(column.Name, NpgsqlDbType.Bigint),
        ColumnKind.Decimal => new RowColumn<decimal>(column.Name, NpgsqlDbType.Numeric),
        ColumnKind.Date => new RowColumn<DateOnly>(column.Name, NpgsqlDbType.Date),
        ColumnKind.Timestamp => new RowColumn<DateTime>(column.Name, NpgsqlDbType.Timestamp),
        ColumnKind.Uuid => new RowColumn<Guid>(column.Name, NpgsqlDbType.Uuid),
        ColumnKind.String => new RowColumn<string>(column.Name, NpgsqlDbType.Text),
        _ => throw new NotSupportedException($"The benchmark's schema has no {column.Type}."),
    };

    public abstract void Take(RowBatch batch, int column);

    public abstract Task WriteAsync(NpgsqlBinaryImporter importer, int row);
}

/// <summary>The values of one column of a type.</summary>
internal sealed class RowColumn<T>(string name, NpgsqlDbType type) : RowColumn(name)
{
    private readonly List<T> values = [];
    private readonly List<bool> nulls = [];

    public override void Take(RowBatch batch, int column)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            nulls.Add(batch.IsNull(row, column));
            values.Add(batch.GetValue(row, column) is T value ? value : default!);
        }
    }

    public override Task WriteAsync(NpgsqlBinaryImporter importer, int row) =>
        nulls[row] ? importer.WriteNullAsync() : importer.WriteAsync(values[row], type);
}
