using SynthData.Batches;

namespace SynthData.Run;

/// <summary>What rows of some parents left behind, so that whoever needs later rows of those parents need not begin at the first.</summary>
/// <remarks>Thread-safe. Rows are pure, so a state that is there or not decides how long something takes and nothing else.</remarks>
internal sealed class SiblingStates
{
    private const int MaxKept = 256;

    private readonly Lock gate = new();
    private readonly SortedList<long, SiblingState> byRow = [];
    private readonly Queue<long> oldestFirst = [];

    /// <summary>The state left by the last row that is kept, from <paramref name="first"/> on and before <paramref name="end"/>.</summary>
    /// <remarks>The state is shared and must be copied before it goes on.</remarks>
    public (long Row, SiblingState State)? Last(long first, long end)
    {
        lock (gate)
        {
            int place = Below(end) - 1;
            return place >= 0 && byRow.GetKeyAtIndex(place) >= first ? (byRow.GetKeyAtIndex(place), byRow.GetValueAtIndex(place)) : null;
        }
    }

    /// <summary>Keeps what a row left; the oldest state makes room for it.</summary>
    public void Keep(long row, SiblingState state)
    {
        lock (gate)
        {
            if (!byRow.TryAdd(row, state))
                return;
            oldestFirst.Enqueue(row);
            if (oldestFirst.Count > MaxKept)
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
