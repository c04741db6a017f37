namespace SynthData.Sources.Model.Sending;

/// <summary>Watches how long a server has given nothing but failures, whichever call they came to. Thread-safe.</summary>
internal sealed class Patience(TimeProvider clock)
{
    private readonly Lock gate = new();
    private long? failingSince;

    /// <summary>Takes note of a reply: all is well again.</summary>
    public void Reply()
    {
        lock (gate)
            failingSince = null;
    }

    /// <summary>Takes note of a failure.</summary>
    /// <returns>How long there has been nothing else.</returns>
    public TimeSpan Fail()
    {
        lock (gate)
        {
            failingSince ??= clock.GetTimestamp();
            return clock.GetElapsedTime(failingSince.Value);
        }
    }
}
