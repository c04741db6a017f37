using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>A batch copied for a row group: the cells of a <see cref="RowBatch"/> are gone once the next one is made.</summary>
internal sealed class ParquetRows(RowBatch batch) : EncodedRows(batch)
{
    /// <summary>One for each column.</summary>
    public ImmutableArray<ParquetCells> Columns { get; } =
        [.. batch.Columns.Select((column, index) => ParquetCells.Copy(column.Type, batch.Cells(index), batch.RowCount))];

    public override void Dispose()
    {
    }
}
