using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Rules.Validation;

/// <summary>The rows of a table that others refer to: found by key, with the cells that others read.</summary>
/// <remarks>Places are a chunk's number in the upper half and a row of it in the lower. Only what is read stays in memory.</remarks>
internal sealed class KnownRows(ImmutableArray<ImmutableArray<int>> keys, ImmutableArray<int> kept)
{
    private readonly Dictionary<UInt128, long>[] places = [.. keys.Select(_ => new Dictionary<UInt128, long>())];
    private readonly bool[] isUnreadable = new bool[keys.Length];
    private readonly List<Column?[]> chunks = [];

    /// <summary>Takes the next rows: their keys, and the kept cells that are filled.</summary>
    public void Add(Frame frame)
    {
        for (int key = 0; key < keys.Length; key++)
        {
            for (int row = 0; row < frame.Count; row++)
            {
                CellState state = CellHash.Of(frame, keys[key], row, out UInt128 hash);
                isUnreadable[key] |= state == CellState.Error;
                if (state == CellState.Value)
                    places[key].TryAdd(hash, ((long)chunks.Count << 32) | (uint)row);
            }
        }

        chunks.Add(new Column?[kept.Length]);
        Keep(chunks.Count - 1, frame);
    }

    /// <summary>Keeps cells of rows that were taken before and are filled now.</summary>
    public void Keep(int chunk, Frame frame)
    {
        for (int index = 0; index < kept.Length; index++)
        {
            if (frame.IsFilled(kept[index]))
                chunks[chunk][index] ??= frame[kept[index]];
        }
    }

    /// <summary>True when a key could not be read, so that a row that refers to it would look like an orphan.</summary>
    public bool IsUnreadable(ImmutableArray<int> key) => isUnreadable[IndexOf(key)];

    /// <summary>The place of the row with a key, or null.</summary>
    public long? Find(ImmutableArray<int> key, UInt128 hash) => places[IndexOf(key)].TryGetValue(hash, out long place) ? place : null;

    public bool Holds(int slot) => kept.Contains(slot);

    public void Copy(long place, int slot, Column target, int row)
    {
        if (CellsOf(place, slot) is { } cells)
            target.Copy(cells, (int)(uint)place, row);
        else
            target.States[row] = CellState.Error;
    }

    /// <summary>Hashes kept cells of a row.</summary>
    public CellState HashOf(long place, ImmutableArray<int> slots, out UInt128 hash)
    {
        Column[] columns = [.. slots.Select(slot => CellsOf(place, slot)!)];
        int row = (int)(uint)place;
        CellState gravest = columns.Max(column => column.States[row]);
        hash = gravest == CellState.Value ? CellHash.OfAll(columns, row) : 0;
        return gravest;
    }

    private Column? CellsOf(long place, int slot) => chunks[(int)(place >> 32)][kept.IndexOf(slot)];

    private int IndexOf(ImmutableArray<int> key)
    {
        for (int index = 0; index < keys.Length; index++)
        {
            if (keys[index].SequenceEqual(key))
                return index;
        }

        throw new InvalidOperationException("The rows are not known by this key.");
    }
}
