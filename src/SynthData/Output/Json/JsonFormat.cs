using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output.Json;

/// <summary>JSON lines: one object a row, plain or packed.</summary>
internal sealed class JsonFormat(FileCompression compression) : ITableFormat
{
    public string Name => "jsonl";

    public string Extension => ".jsonl" + compression.Ending;

    public ITableWriter OpenWriter(TableLayout table, Stream stream) =>
        new ChunkTableWriter(new JsonEncoder(table.Columns), compression, hasHeader: false, stream);

    public ITableReader OpenReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path) =>
        new JsonTableReader(table, columns, compression.ReadingFrom(stream), path);

    public ValueTask<ImmutableArray<BatchColumn>> FindColumnsAsync(Stream stream, string path, CancellationToken cancellationToken) =>
        JsonColumnFinder.FindAsync(
            columns =>
            {
                stream.Position = 0;
                return OpenReader("", columns, stream, path);
            },
            cancellationToken);

    public ValueTask ConcatenateAsync(TableLayout table, IReadOnlyList<string> parts, Stream target, CancellationToken cancellationToken) =>
        FileConcatenation.RunAsync(parts, target, cancellationToken);
}
