using System.Numerics;
using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Run;

/// <summary>The different rows that a column of row indices names, each once, and where among them each cell's is.</summary>
internal readonly ref struct DistinctRows : IDisposable
{
    private readonly Rented<long> rows;
    private readonly Rented<int> places;
    private readonly int count;

    public DistinctRows(Int64Column named)
    {
        rows = new Rented<long>(named.Count);
        places = new Rented<int>(named.Count);
        count = IsAscending(named) ? Neighbours(named, rows.Span, places.Span) : Scattered(named, rows.Span, places.Span);
    }

    public ReadOnlySpan<long> Rows => rows.Span[..count];

    /// <summary>For each cell its row's place in <see cref="Rows"/>; -1 for null.</summary>
    public ReadOnlySpan<int> Places => places.Span;

    public void Dispose()
    {
        rows.Dispose();
        places.Dispose();
    }

    private static bool IsAscending(Int64Column named)
    {
        ReadOnlySpan<long> cells = named.Cells;
        long last = long.MinValue;
        for (int row = 0; row < cells.Length; row++)
        {
            if (named.IsNull(row))
                continue;
            if (cells[row] < last)
                return false;
            last = cells[row];
        }

        return true;
    }

    // Children in order have parents in order: the same row as before, or a new one.
    private static int Neighbours(Int64Column named, Span<long> rows, Span<int> places)
    {
        int found = 0;
        for (int row = 0; row < places.Length; row++)
        {
            if (named.IsNull(row))
            {
                places[row] = -1;
                continue;
            }

            if (found == 0 || rows[found - 1] != named[row])
                rows[found++] = named[row];
            places[row] = found - 1;
        }

        return found;
    }

    // Open addressing: a slot holds the place of a row plus one.
    private static int Scattered(Int64Column named, Span<long> rows, Span<int> places)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)places.Length * 2);
        using var table = new Rented<int>(size);
        Span<int> slots = table.Span;
        slots.Clear();
        int found = 0;
        for (int row = 0; row < places.Length; row++)
        {
            if (named.IsNull(row))
            {
                places[row] = -1;
                continue;
            }

            long index = named[row];
            int slot = (int)StreamKey.Mix((ulong)index) & (size - 1);
            while (slots[slot] != 0 && rows[slots[slot] - 1] != index)
                slot = (slot + 1) & (size - 1);
            if (slots[slot] == 0)
            {
                rows[found] = index;
                slots[slot] = ++found;
            }

            places[row] = slots[slot] - 1;
        }

        return found;
    }
}
