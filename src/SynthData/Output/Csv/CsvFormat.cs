using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output.Csv;

/// <summary>CSV by RFC 4180, plain or packed.</summary>
internal sealed class CsvFormat(FileCompression compression, CsvFormula formula = CsvFormula.Keep) : ITableFormat
{
    public string Name => "csv";

    public string Extension => ".csv" + compression.Ending;

    public ITableWriter OpenWriter(TableLayout table, Stream stream) =>
        new ChunkTableWriter(new CsvEncoder(table, formula), compression, table.HasHeader, stream);

    public ITableReader OpenReader(string table, ImmutableArray<BatchColumn> columns, Stream stream, string path) =>
        new CsvTableReader(table, columns, compression.ReadingFrom(stream), path);

    public ValueTask<ImmutableArray<BatchColumn>> FindColumnsAsync(Stream stream, string path, CancellationToken cancellationToken) =>
        CsvColumnFinder.FindAsync(compression.ReadingFrom(stream), path, cancellationToken);

    public ValueTask ConcatenateAsync(TableLayout table, IReadOnlyList<string> parts, Stream target, CancellationToken cancellationToken) =>
        FileConcatenation.RunAsync(parts, target, cancellationToken);
}
