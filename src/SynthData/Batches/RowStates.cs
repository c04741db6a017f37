namespace SynthData.Batches;

/// <summary>What some rows of parents leave to the next, so that whoever needs later rows of those parents need not begin at the first.</summary>
/// <remarks>Thread-safe. Rows are pure, so a state that is there or not decides how long something takes and nothing else.</remarks>
internal sealed class RowStates<T>(int most)
{
    private readonly Lock gate = new();
    private readonly SortedList<long, T> byRow = [];
    private readonly Queue<long> oldestFirst = [];

    /// <summary>The state left by the last row that is kept, from <paramref name="first"/> on and before <paramref name="end"/>.</summary>
    /// <remarks>The state is shared and must be copied before it changes.</remarks>
    public (long Row, T State)? Last(long first, long end)
    {
        lock (gate)
        {
            int place = Below(end) - 1;
            return place >= 0 && byRow.GetKeyAtIndex(place) >= first ? (byRow.GetKeyAtIndex(place), byRow.GetValueAtIndex(place)) : null;
        }
    }

    /// <summary>Keeps what a row left; the oldest state makes room for it.</summary>
    public void Keep(long row, T state)
    {
        lock (gate)
        {
            if (!byRow.TryAdd(row, state))
                return;
            oldestFirst.Enqueue(row);
            if (oldestFirst.Count > most)
                byRow.Remove(oldestFirst.Dequeue());
        }
    }

    // How many rows kept are before one.
    private int Below(long row)
    {
        int low = 0;
        int high = byRow.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = byRow.GetKeyAtIndex(middle) < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
