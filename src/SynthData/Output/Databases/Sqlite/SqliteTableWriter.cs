using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SynthData.Batches;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases.Sqlite;

/// <summary>Inserts the rows of one table by one prepared statement.</summary>
/// <remarks>The statement is bound below ADO.NET, whose parameters would box every cell.</remarks>
internal sealed class SqliteTableWriter : ITableWriter
{
    private readonly SqliteDatabase database;
    private readonly TableLayout table;
    private readonly SqliteRows rows;
    private readonly sqlite3 connection;
    private sqlite3_stmt? statement;

    public SqliteTableWriter(SqliteDatabase database, sqlite3 connection, TableLayout table)
    {
        this.database = database;
        this.connection = connection;
        this.table = table;
        rows = new SqliteRows(table);
    }

    public EncodedRows Encode(RowBatch batch) => new EncodedBytes(batch, rows.Encode(batch));

    public ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var bytes = (EncodedBytes)rows;
        database.Guard(table.Name, () => Insert(bytes.Bytes.Span, rows.RowCount));
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        statement?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Insert(ReadOnlySpan<byte> cells, int count)
    {
        sqlite3_stmt insert = statement ??= Prepare();
        for (int row = 0; row < count; row++)
        {
            for (int parameter = 1; parameter <= table.Columns.Length; parameter++)
                cells = Bind(insert, parameter, cells);
            Check(raw.sqlite3_step(insert), raw.SQLITE_DONE);
            Check(raw.sqlite3_reset(insert), raw.SQLITE_OK);
        }
    }

    // Binds one cell and gives what follows it.
    private ReadOnlySpan<byte> Bind(sqlite3_stmt insert, int parameter, ReadOnlySpan<byte> cells)
    {
        byte kind = cells[0];
        cells = cells[1..];
        if (kind == SqliteRows.Null)
        {
            Check(raw.sqlite3_bind_null(insert, parameter), raw.SQLITE_OK);
            return cells;
        }

        if (kind == SqliteRows.Text)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(cells);
            Check(raw.sqlite3_bind_text(insert, parameter, cells.Slice(sizeof(int), length)), raw.SQLITE_OK);
            return cells[(sizeof(int) + length)..];
        }

        long bits = BinaryPrimitives.ReadInt64LittleEndian(cells);
        Check(
            kind == SqliteRows.Whole ? raw.sqlite3_bind_int64(insert, parameter, bits) : raw.sqlite3_bind_double(insert, parameter, BitConverter.Int64BitsToDouble(bits)),
            raw.SQLITE_OK);
        return cells[sizeof(long)..];
    }

    private sqlite3_stmt Prepare()
    {
        string names = string.Join(", ", table.Columns.Select(column => SqlSpelling.Name(column.Name)));
        string marks = string.Join(", ", table.Columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(connection, $"INSERT INTO {SqlSpelling.Name(table.Name)} ({names}) VALUES ({marks})", out sqlite3_stmt made), raw.SQLITE_OK);
        return made;
    }

    private void Check(int result, int expected)
    {
        if (result != expected)
            SqliteException.ThrowExceptionForRC(result, connection);
    }
}
