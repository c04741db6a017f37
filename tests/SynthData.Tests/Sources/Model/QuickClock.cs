using System.Collections.Concurrent;

namespace SynthData.Tests.Sources.Model;

/// <summary>A clock whose timers go off a thousand times too early, and which remembers what was asked of them.</summary>
internal sealed class QuickClock : TimeProvider
{
    private const double Speed = 1000;
    private readonly ConcurrentQueue<TimeSpan> pauses = new();

    public IReadOnlyList<TimeSpan> Pauses => [.. pauses];

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Spans that are measured pass as quickly as timers.</summary>
    public override long TimestampFrequency => (long)(System.TimestampFrequency / Speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        pauses.Enqueue(dueTime);
        return new QuickTimer(System.CreateTimer(callback, state, Quick(dueTime), Quick(period)));
    }

    private static TimeSpan Quick(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / Speed;

    private sealed class QuickTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Quick(dueTime), Quick(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
