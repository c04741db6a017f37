using System.Text;

namespace SynthData.Output.Sql;

/// <summary>A script as it is written: what begins the transaction, tables, what commits.</summary>
internal sealed class SqlScript(string beginning, Func<TableLayout, SqlRows> rowsOf, FileCompression compression, Stream stream) : IDatasetFile
{
    private readonly PackedBytes file = new(compression, stream);
    private bool isBegun;

    public ITableWriter OpenTable(TableLayout table) => new SqlTableWriter(this, rowsOf(table));

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!isBegun)
        {
            isBegun = true;
            await file.WriteAsync(Encoding.UTF8.GetBytes(beginning), cancellationToken);
        }

        await file.WriteAsync(bytes, cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync("\nCOMMIT;\n"u8.ToArray(), cancellationToken);
        await file.CompleteAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
