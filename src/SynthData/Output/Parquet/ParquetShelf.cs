using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>Cells of batches that were appended and serve the next ones. Thread-safe.</summary>
internal sealed class ParquetShelf(ImmutableArray<BatchColumn> columns)
{
    private const int MaxKept = 64;

    private readonly Stack<ParquetCells[]> free = [];

    /// <summary>Empty cells for each column.</summary>
    public ParquetCells[] Take()
    {
        lock (free)
        {
            if (free.TryPop(out ParquetCells[]? cells))
                return cells;
        }

        return [.. columns.Select(column => ParquetCells.For(column.Type))];
    }

    public void Return(ParquetCells[] cells)
    {
        foreach (ParquetCells column in cells)
            column.Clear();
        lock (free)
        {
            if (free.Count < MaxKept)
                free.Push(cells);
        }
    }
}
