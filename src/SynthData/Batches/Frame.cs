namespace SynthData.Batches;

/// <summary>The rows of one table that are worked on together: their indices, their draws and their columns by slot.</summary>
/// <remarks>Rows need not be neighbours: a redraw works on the rejected rows only, a look-up on the parents that were picked.</remarks>
internal sealed class Frame(int slotCount)
{
    private readonly Column?[] columns = new Column?[slotCount];

    public int Count { get; private set; }

    /// <summary>Row indices in the table.</summary>
    public long[] Rows { get; private set; } = [];

    /// <summary>The draw of each row: 0, or more for a row that was rejected.</summary>
    public byte[] Draws { get; private set; } = [];

    /// <summary>What earlier rows of the same parents refer to; set only while rows of one parent are made in order.</summary>
    public SiblingPicks? Siblings { get; set; }

    /// <summary>The parents' rows by the slot that holds their row indices, read once for all cells looked up through it.</summary>
    public Dictionary<int, ParentRows> Parents { get; } = [];

    public Column this[int slot]
    {
        get => columns[slot] ?? throw new InvalidOperationException($"Slot {slot} is not filled.");
        set => columns[slot] = value;
    }

    public bool IsFilled(int slot) => columns[slot] is not null;

    public void Reset(ReadOnlySpan<long> rows)
    {
        Count = rows.Length;
        if (Rows.Length < Count)
        {
            Rows = new long[Count];
            Draws = new byte[Count];
        }

        rows.CopyTo(Rows);
        Draws.AsSpan(0, Count).Clear();
        Array.Clear(columns);
        Parents.Clear();
        Siblings = null;
    }
}
