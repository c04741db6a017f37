using Parquet;
using Parquet.Schema;
using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>Writes a table as Parquet, in row groups of a fixed number of bytes before compression.</summary>
/// <remarks>A row group ends at the row that fills it, wherever batches end, so that the file does not depend on their size.</remarks>
internal sealed class ParquetTableWriter(TableLayout table, FileCompression compression, long rowGroupBytes, Stream stream) : ITableWriter
{
    // A column is encoded with a dictionary when at most half of its first values are different.
    private const double DictionaryShare = 0.5;
    private const int DictionarySample = 8192;

    private readonly ParquetSchema schema = ParquetColumns.For(table.Columns);
    private readonly ParquetShelf shelf = new(table.Columns);
    private readonly ParquetCells[] group = [.. table.Columns.Select(column => ParquetCells.For(column.Type))];
    private ParquetWriter? writer;
    private int groupRows;
    private long groupBytes;

    public EncodedRows Encode(RowBatch batch) => new ParquetRows(batch, shelf);

    public async ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken)
    {
        using var batch = (ParquetRows)rows;
        int from = 0;
        for (int row = 0; row < batch.RowCount; row++)
        {
            groupBytes += batch.Bytes[row];
            if (groupBytes < rowGroupBytes)
                continue;
            Take(batch, from, row + 1 - from);
            from = row + 1;
            await WriteGroupAsync(cancellationToken);
        }

        Take(batch, from, batch.RowCount - from);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (groupRows > 0 || writer is null)
            await WriteGroupAsync(cancellationToken);
        ParquetWriter complete = writer!;
        writer = null;
        await complete.DisposeAsync();
        await stream.FlushAsync(cancellationToken);
    }

    // Disposing Parquet.Net's writer writes the footer; a file that is not complete must not get one.
    public ValueTask DisposeAsync()
    {
        writer = null;
        return ValueTask.CompletedTask;
    }

    private void Take(ParquetRows rows, int from, int count)
    {
        if (count == 0)
            return;
        for (int column = 0; column < group.Length; column++)
            group[column].Append(rows.Columns[column], from, count);
        groupRows += count;
    }

    private async ValueTask WriteGroupAsync(CancellationToken cancellationToken)
    {
        writer ??= await ParquetWriter.CreateAsync(schema, stream, Options(), cancellationToken: cancellationToken);
        if (groupRows == 0)
            return;

        using ParquetRowGroupWriter target = writer.CreateRowGroup();
        for (int column = 0; column < group.Length; column++)
        {
            if (group[column].Count != groupRows)
                throw new InvalidOperationException($"Column '{table.Columns[column].Name}' has {group[column].Count} cells for {groupRows} rows.");
            await group[column].WriteAsync(target, schema.DataFields[column], cancellationToken);
            group[column].Clear();
        }

        ParquetStatistics.Correct(target, table.Columns);
        target.CompleteValidate();
        groupRows = 0;
        groupBytes = 0;
    }

    private ParquetOptions Options()
    {
        // The library's own default level is the smallest size, some seventy times slower for zstd: the level is always said.
        ParquetOptions options = new()
        {
            CompressionMethod = ParquetFormat.MethodOf(compression.Kind),
            CompressionLevel = compression.Level,
            DictionaryEncodingThreshold = DictionaryShare,
            DictionaryEncodingSampleSize = DictionarySample,
        };
        foreach (BatchColumn column in table.Columns.Where(column => column.Type.IsText))
            options.ColumnEncodingHints[column.Name] = EncodingHint.Dictionary;
        return options;
    }
}
