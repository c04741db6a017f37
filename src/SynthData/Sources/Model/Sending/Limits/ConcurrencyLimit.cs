namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>How many calls may be under way at once: more while all goes well, fewer by a factor when the server is overloaded.</summary>
/// <remarks>
/// It starts low and grows by one with each reply, so that it doubles in the time of a call, until the first sign that it is enough; from
/// then on by one in as many replies as it allows calls. It grows only while calls make use of it, and not while the server lets them wait
/// for their first character, which is how one with a queue of its own looks. Not thread-safe.
/// </remarks>
/// <param name="most">The most it may grow to; at least 1.</param>
internal sealed class ConcurrencyLimit(int most)
{
    private const int Start = 4;
    private const double Cut = 0.7;

    private readonly FirstWordWait wait = new();
    private double limit = Math.Min(Start, most);
    private bool isStarting = true;
    private int replies;
    private TimeSpan cutAt = TimeSpan.MinValue;

    /// <summary>At least 1.</summary>
    public int Limit => (int)limit;

    /// <param name="inFlight">Calls under way when the reply came, its own among them.</param>
    /// <param name="firstWord">How long its first character took; null where that is not known.</param>
    public void Succeed(int inFlight, TimeSpan? firstWord)
    {
        if (firstWord is { } took)
            wait.Take(took);
        if (inFlight * 2 < Limit || wait.IsQueue)
            return;
        replies++;
        if (!isStarting && replies < Limit)
            return;
        replies = 0;
        limit = Math.Min(most, limit + 1);
    }

    /// <summary>Ends the quick start: there is something else that keeps calls back.</summary>
    public void EndStart() => isStarting = false;

    /// <summary>Shrinks; calls sent before the last time it did say nothing new.</summary>
    /// <returns>Whether it did.</returns>
    public bool Overload(TimeSpan now, TimeSpan sentAt)
    {
        EndStart();
        if (sentAt < cutAt)
            return false;
        limit = Math.Max(1, limit * Cut);
        replies = 0;
        cutAt = now;
        return true;
    }
}
