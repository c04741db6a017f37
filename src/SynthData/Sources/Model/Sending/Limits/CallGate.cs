using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>Lets calls through one by one, in the order of their tickets, as the throttle allows. Thread-safe.</summary>
internal sealed class CallGate : IDisposable
{
    /// <summary>Limits may loosen while nobody calls, so they are looked at again at least this often.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly Throttle throttle;
    private readonly PriorityQueue<Waiter, Ticket> queue = new();
    private readonly ITimer timer;
    private long tickets;
    private int waiting;

    public CallGate(TimeProvider clock, Throttle throttle)
    {
        this.clock = clock;
        this.throttle = throttle;
        start = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Look(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public GateFigures Figures
    {
        get
        {
            lock (gate)
                return new GateFigures(throttle.InFlight, waiting, throttle.Limit, throttle.PauseAt(Now));
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>Gives a place in the order of calls. One that is sent again keeps its place.</summary>
    /// <param name="wave">Calls of lower ones go first.</param>
    public Ticket TakeTicket(int wave) => new(wave, Interlocked.Increment(ref tickets));

    /// <summary>Waits for leave to send.</summary>
    /// <param name="size">Tokens the call is thought to come to.</param>
    /// <returns>The leave; to be disposed of when the call has come home.</returns>
    public async Task<Lease> EnterAsync(Ticket ticket, long size, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(size);
        lock (gate)
        {
            waiting++;
            queue.Enqueue(waiter, ticket);
            LetThrough();
        }

        try
        {
            await using CancellationTokenRegistration gone = cancellationToken.UnsafeRegister(_ => Leave(waiter, cancellationToken), null);
            return await waiter.Source.Task;
        }
        finally
        {
            lock (gate)
                waiting--;
        }
    }

    public void Dispose() => timer.Dispose();

    internal void Read(SentCall call, RateLevel? requests, RateLevel? tokens)
    {
        lock (gate)
        {
            throttle.Read(call, requests, tokens);
            LetThrough();
        }
    }

    internal void Reply(SentCall call, long size, TimeSpan? firstWord)
    {
        lock (gate)
            throttle.Reply(call, size, firstWord);
    }

    internal void Fail(SentCall call, SetBack setBack)
    {
        lock (gate)
            throttle.Fail(call, Now, setBack);
    }

    internal void ComeHome()
    {
        lock (gate)
        {
            throttle.ComeHome();
            LetThrough();
        }
    }

    internal TimeSpan Since(SentCall call) => Now - call.SentAt;

    private void Look()
    {
        lock (gate)
            LetThrough();
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        waiter.Source.TrySetCanceled(cancellationToken);
        Look();     // it may have stood in the way of smaller ones
    }

    private void LetThrough()
    {
        while (queue.TryPeek(out Waiter? first, out _))
        {
            if (first.Source.Task.IsCompleted)
            {
                queue.Dequeue();
                continue;
            }

            TimeSpan now = Now;
            if (throttle.WaitFor(now, first.Size) is not { } wait)
                return;
            if (wait > TimeSpan.Zero)
            {
                timer.Change(wait < ShortestLook ? ShortestLook : wait > LongestLook ? LongestLook : wait, Timeout.InfiniteTimeSpan);
                return;
            }

            queue.Dequeue();
            var lease = new Lease(this, throttle.Send(now, first.Size));
            if (!first.Source.TrySetResult(lease))
                throttle.ComeHome();
        }
    }

    private sealed class Waiter(long size)
    {
        public long Size { get; } = size;

        public TaskCompletionSource<Lease> Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>How full a gate is.</summary>
/// <param name="Waiting">Calls that wait for leave.</param>
/// <param name="Limit">Calls that may be under way at once, as of now.</param>
/// <param name="Pause">What is left of a pause the server asked for.</param>
internal readonly record struct GateFigures(int InFlight, int Waiting, int Limit, TimeSpan? Pause);
