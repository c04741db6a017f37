using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Sending.Limits;

namespace SynthData.Tests.Sources.Model.Sending.Limits;

/// <summary>A throttle that sends all it may to a server with a limit of requests, in simulated time: no clock, no thread, the same each time.</summary>
internal sealed class SimulatedMinutes(Throttle throttle, SimulatedLimit limit)
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Number)> events = new();
    private long number;
    private TimeSpan now;
    private bool isLooking;

    /// <summary>How long an answer takes; a refusal takes a tenth of a second.</summary>
    public Func<long, TimeSpan> Latency { get; init; } = call => TimeSpan.FromSeconds(3 + (call * 7 % 5));

    /// <summary>Whether the server says its limits beside each answer.</summary>
    public bool SaysLimits { get; init; } = true;

    /// <summary>The pause a refusal names; null for none.</summary>
    public TimeSpan? Pause { get; init; }

    public List<TimeSpan> Accepted { get; } = [];

    public List<TimeSpan> Refused { get; } = [];

    public SimulatedMinutes Run(double minutes)
    {
        var end = TimeSpan.FromMinutes(minutes);
        Look();
        while (events.TryDequeue(out Action? happens, out (TimeSpan At, long Number) place) && place.At < end)
        {
            now = place.At;
            happens();
        }

        return this;
    }

    /// <summary>The part of calls that were refused after the first minute.</summary>
    public double RefusedShare => (double)Late(Refused) / (Late(Refused) + Late(Accepted));

    /// <summary>Calls accepted in a minute, after the first.</summary>
    public double AcceptedPerMinute(double minutes) => Late(Accepted) / (minutes - 1);

    private static int Late(List<TimeSpan> times) => times.Count(time => time >= TimeSpan.FromMinutes(1));

    private void At(TimeSpan time, Action happens) => events.Enqueue(happens, (time, ++number));

    // There is always one more call to send; one that was refused first backs off as the transport does.
    private void Look()
    {
        while (throttle.WaitFor(now, 1_000) is { } wait)
        {
            if (wait > TimeSpan.Zero)
            {
                if (!isLooking)
                    At(now + TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, 0.001, 1)), LookAgain);
                isLooking = true;
                return;
            }

            Arrive(throttle.Send(now, 1_000));
        }
    }

    private void LookAgain()
    {
        isLooking = false;
        Look();
    }

    private void Arrive(SentCall call)
    {
        bool isAccepted = limit.Accept(now);
        RateLevel level = limit.Level(now);
        (isAccepted ? Accepted : Refused).Add(now);
        TimeSpan latency = isAccepted ? Latency(call.Number) : TimeSpan.FromSeconds(0.1);
        At(now + (isAccepted ? latency / 3 : latency), () =>
        {
            if (SaysLimits)
                throttle.Read(call, level, null);
        });
        At(now + latency, () =>
        {
            if (isAccepted)
                throttle.Reply(call, 1_000, latency / 3);
            else
                throttle.Fail(call, now, new SetBack(IsTooMany: true, IsOverload: false, IsFree: true, Pause));
            throttle.ComeHome();
            Look();
        });
    }
}

/// <summary>How a server counts requests.</summary>
internal abstract class SimulatedLimit(double perMinute)
{
    protected double PerMinute => perMinute;

    public static SimulatedLimit Of(string kind, double perMinute) => kind switch
    {
        "bucket" => new Bucket(perMinute),
        "window" => new Window(perMinute),
        _ => new Sliding(perMinute),
    };

    public abstract bool Accept(TimeSpan now);

    public abstract RateLevel Level(TimeSpan now);

    /// <summary>A bucket of a minute's worth that refills all the time.</summary>
    private sealed class Bucket(double perMinute) : SimulatedLimit(perMinute)
    {
        private double level = perMinute;
        private TimeSpan filledAt;

        public override bool Accept(TimeSpan now)
        {
            level = Math.Min(PerMinute, level + (PerMinute * (now - filledAt).TotalMinutes));
            filledAt = now;
            if (level < 1)
                return false;
            level--;
            return true;
        }

        public override RateLevel Level(TimeSpan now) => new(PerMinute, Math.Floor(level), TimeSpan.FromMinutes((PerMinute - level) / PerMinute));
    }

    /// <summary>A count that starts anew with each minute.</summary>
    private sealed class Window(double perMinute) : SimulatedLimit(perMinute)
    {
        private long minute;
        private double used;

        public override bool Accept(TimeSpan now)
        {
            if (minute != (long)now.TotalMinutes)
                (minute, used) = ((long)now.TotalMinutes, 0);
            if (used >= PerMinute)
                return false;
            used++;
            return true;
        }

        public override RateLevel Level(TimeSpan now) => new(PerMinute, PerMinute - used, TimeSpan.FromMinutes(minute + 1) - now);
    }

    /// <summary>At most so many in any minute; it says when the oldest will be forgotten.</summary>
    private sealed class Sliding(double perMinute) : SimulatedLimit(perMinute)
    {
        private readonly Queue<TimeSpan> sent = new();

        public override bool Accept(TimeSpan now)
        {
            while (sent.TryPeek(out TimeSpan oldest) && oldest <= now - TimeSpan.FromMinutes(1))
                sent.Dequeue();
            if (sent.Count >= PerMinute)
                return false;
            sent.Enqueue(now);
            return true;
        }

        public override RateLevel Level(TimeSpan now) =>
            new(PerMinute, PerMinute - sent.Count, sent.TryPeek(out TimeSpan oldest) ? oldest + TimeSpan.FromMinutes(1) - now : TimeSpan.Zero);
    }
}
