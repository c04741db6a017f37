using SynthData.Schema;

namespace SynthData.Batches;

/// <summary>The rows of one table that are worked on together: their indices, their draws and their columns by slot.</summary>
/// <remarks>
/// Rows need not be neighbours: a redraw works on the rejected rows only, a look-up on the parents that were picked.
/// A frame is used by one thread at a time. One from a shelf goes back there, with all of its columns.
/// </remarks>
internal sealed class Frame(int slotCount, FrameShelf? shelf = null)
{
    private readonly Column?[] columns = new Column?[slotCount];
    private readonly Column?[] own = new Column?[slotCount];
    private FrameShelf? shelf = shelf;
    private byte[] firstDraws = [];

    public int SlotCount => columns.Length;

    public int Count { get; private set; }

    /// <summary>Row indices in the table.</summary>
    public long[] Rows { get; private set; } = [];

    /// <summary>The draw of each row: 0, or more for a row that was rejected.</summary>
    public byte[] Draws { get; private set; } = [];

    /// <summary>The draw 0 for each row, which frozen cells have for ever.</summary>
    public ReadOnlySpan<byte> FirstDraws => firstDraws.AsSpan(0, Count);

    /// <summary>What the rows know of earlier rows of their parents; set only while rows of one parent are made in order.</summary>
    public Siblings? Siblings { get; set; }

    /// <summary>The parents' rows by the slot that holds their row indices, read once for all cells looked up through it.</summary>
    public Dictionary<int, ParentRows> Parents { get; } = [];

    /// <summary>Columns for what is needed only while cells are filled or checked.</summary>
    public ColumnShelf Scratch { get; } = new();

    public Column this[int slot]
    {
        get => columns[slot] ?? throw new InvalidOperationException($"Slot {slot} is not filled.");
        set => columns[slot] = value;
    }

    public bool IsFilled(int slot) => columns[slot] is not null;

    /// <summary>A column for a slot, with a value not yet set in each row; it becomes the slot's when it is assigned.</summary>
    public Column Empty(int slot, ColumnType type)
    {
        Column column = own[slot] ??= Column.For(type);
        column.Reset(Count);
        return column;
    }

    public void Reset(ReadOnlySpan<long> rows)
    {
        Clear();
        Count = rows.Length;
        if (Rows.Length < Count)
        {
            Rows = new long[Count];
            Draws = new byte[Count];
            firstDraws = new byte[Count];
        }

        rows.CopyTo(Rows);
        Draws.AsSpan(0, Count).Clear();
    }

    /// <summary>Makes the frame its holder's for ever, such as rows that many others read.</summary>
    public Frame Keep()
    {
        shelf = null;
        return this;
    }

    /// <summary>Gives the frame back to the shelf it came from: no column of it may be read any more.</summary>
    public void Return()
    {
        if (shelf is null)
            return;
        Clear();
        shelf.Return(this);
    }

    private void Clear()
    {
        Array.Clear(columns);
        foreach (ParentRows parents in Parents.Values)
            parents.Return();
        Parents.Clear();
        Siblings = null;
    }
}
