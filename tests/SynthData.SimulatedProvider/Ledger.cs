using System.Collections.Concurrent;

namespace SynthData.SimulatedProvider;

/// <summary>What a provider took note of: every call with what came of it, and every cell it answered. Thread-safe.</summary>
public sealed class Ledger
{
    private readonly ConcurrentQueue<CallRecord> calls = new();
    private readonly ConcurrentQueue<AnsweredCell> cells = new();

    /// <summary>Calls that have ended, in the order in which they did.</summary>
    public IReadOnlyList<CallRecord> Calls => [.. calls];

    /// <summary>Cells of whole rows that were sent.</summary>
    public IReadOnlyList<AnsweredCell> Cells => [.. cells];

    public void Note(CallRecord call) => calls.Enqueue(call);

    public void Note(IEnumerable<AnsweredCell> answered)
    {
        foreach (AnsweredCell cell in answered)
            cells.Enqueue(cell);
    }
}

/// <summary>What came of a call.</summary>
/// <param name="Number">Its request's.</param>
/// <param name="Arrived">Since the provider began, on its clock.</param>
/// <param name="Ended">The same.</param>
/// <param name="Status">0 where the connection was dropped without one.</param>
/// <param name="TokensIn">Those charged: none for a call that was refused.</param>
/// <param name="TokensOut">The same.</param>
/// <param name="Cached">Those of <paramref name="TokensIn"/> that the cache had.</param>
/// <param name="AtOnce">Calls that were being answered when this one was, it among them.</param>
/// <param name="IsOverRate">Refused because it came too fast.</param>
/// <param name="Fault">The name of what was done wrong on purpose; null for nothing.</param>
public sealed record CallRecord(
    int Number, TimeSpan Arrived, TimeSpan Ended, int Status, int TokensIn, int TokensOut, int Cached, int AtOnce, bool IsOverRate, string? Fault);

/// <summary>A cell as the provider answered it.</summary>
/// <param name="Id">Of the slot.</param>
/// <param name="Json">The value.</param>
/// <param name="IsRight">Whether it is what the provider answers when it does nothing wrong.</param>
public sealed record AnsweredCell(long Id, string Column, string Json, bool IsRight);
