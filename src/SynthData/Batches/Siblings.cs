namespace SynthData.Batches;

/// <summary>What the rows of a frame know of earlier rows of the same <c>per</c> parent, each row's parent being another.</summary>
/// <param name="Rows">One entry a row of the frame.</param>
internal sealed record Siblings(ReadOnlyMemory<SiblingState> Rows)
{
    /// <summary>What some of the rows know, for a frame of those alone.</summary>
    public Siblings Of(IReadOnlyList<int> rows)
    {
        var some = new SiblingState[rows.Count];
        for (int row = 0; row < some.Length; row++)
            some[row] = Rows.Span[rows[row]];
        return new Siblings(some);
    }
}

/// <summary>What is left of the rows of a parent that were made: the last of them, and what all of them refer to.</summary>
internal sealed class SiblingState
{
    private readonly Dictionary<int, HashSet<long>> picks;

    public SiblingState()
        : this([])
    {
    }

    private SiblingState(Dictionary<int, HashSet<long>> picks) => this.picks = picks;

    /// <summary>The frame of the last row that was made; null before the first.</summary>
    public Frame? Last { get; private set; }

    /// <summary>The place of the last row in its frame.</summary>
    public int LastRow { get; private set; }

    /// <summary>The rows that the rows before refer to, by slot of the reference.</summary>
    public HashSet<long> Taken(int slot) => picks.TryGetValue(slot, out HashSet<long>? taken) ? taken : picks[slot] = [];

    /// <summary>Goes on to the next row, which is final.</summary>
    public void Pass(Frame frame, int row) => (Last, LastRow) = (frame, row);

    /// <summary>A copy that holds the given cells of the last row and no more of its frame.</summary>
    public SiblingState Copy(IReadOnlyList<int> slots, Func<int, Column> empty)
    {
        var copy = new SiblingState(picks.ToDictionary(pick => pick.Key, pick => new HashSet<long>(pick.Value)));
        if (Last is not { } last)
            return copy;
        var frame = new Frame(last.SlotCount);
        frame.Reset([last.Rows[LastRow]]);
        foreach (int slot in slots)
        {
            Column cells = empty(slot);
            cells.Reset(1);
            cells.Copy(last[slot], LastRow, 0);
            frame[slot] = cells;
        }

        copy.Pass(frame, 0);
        return copy;
    }
}
