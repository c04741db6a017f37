using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>A batch copied for a row group: the cells of a <see cref="RowBatch"/> are gone once the next one is made.</summary>
internal sealed class ParquetRows : EncodedRows
{
    private readonly ParquetShelf shelf;
    private readonly ParquetCells[] columns;
    private readonly Rented<int> bytes;

    public ParquetRows(RowBatch batch, ParquetShelf shelf)
        : base(batch)
    {
        this.shelf = shelf;
        columns = shelf.Take();
        bytes = new Rented<int>(batch.RowCount);
        bytes.Span.Fill(columns.Sum(column => column.BytesPerRow));
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column].Append(batch.Cells(column), batch.RowCount);
            columns[column].AddBytes(bytes.Span);
        }
    }

    /// <summary>One for each column.</summary>
    public IReadOnlyList<ParquetCells> Columns => columns;

    /// <summary>The bytes that each row takes before compression, about.</summary>
    public ReadOnlySpan<int> Bytes => bytes.Span;

    public override void Dispose()
    {
        bytes.Dispose();
        shelf.Return(columns);
    }
}
