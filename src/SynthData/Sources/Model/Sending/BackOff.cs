namespace SynthData.Sources.Model.Sending;

/// <summary>The pauses between tries where the server names none: each twice the one before, up to a longest, and shortened by chance so that callers part.</summary>
internal static class BackOff
{
    private const int MostDoublings = 20;

    /// <param name="retry">Retries before this one.</param>
    public static TimeSpan After(int retry, TransportOptions options)
    {
        TimeSpan pause = options.FirstPause * (1 << Math.Min(retry, MostDoublings));
        if (pause > options.LongestPause)
            pause = options.LongestPause;
        return pause * (1 - (options.Chance() / 2));
    }
}
