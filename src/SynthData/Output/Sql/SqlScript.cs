using System.Text;

namespace SynthData.Output.Sql;

/// <summary>A script as it is written: what begins the transaction, tables, what commits.</summary>
internal sealed class SqlScript : IDatasetFile
{
    private readonly string beginning;
    private readonly Func<TableLayout, SqlRows> rowsOf;
    private readonly Stream? packing;
    private readonly Stream stream;
    private bool isBegun;

    public SqlScript(string beginning, Func<TableLayout, SqlRows> rowsOf, FileCompression compression, Stream stream)
    {
        this.beginning = beginning;
        this.rowsOf = rowsOf;
        packing = compression.PackingInto(stream);
        this.stream = packing ?? stream;
    }

    public ITableWriter OpenTable(TableLayout table) => new SqlTableWriter(this, rowsOf(table));

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!isBegun)
        {
            isBegun = true;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(beginning), cancellationToken);
        }

        await stream.WriteAsync(bytes, cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync("\nCOMMIT;\n"u8.ToArray(), cancellationToken);
        if (packing is null)
            await stream.FlushAsync(cancellationToken);
        else
            await packing.DisposeAsync();
    }

    // A packing stream writes its last block when it is disposed, which for a run that failed goes to a file that is thrown away.
    public async ValueTask DisposeAsync()
    {
        if (packing is null)
            return;
        try
        {
            await packing.DisposeAsync();
        }
        catch (IOException)
        {
            // The failure that ended the run has been told.
        }
    }
}
