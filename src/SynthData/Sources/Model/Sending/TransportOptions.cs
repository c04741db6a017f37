namespace SynthData.Sources.Model.Sending;

/// <summary>When to try again what the network broke.</summary>
internal sealed record TransportOptions
{
    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>The pause before the first retry; it doubles, with jitter, unless the server names one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A server that asks for a longer pause than this ends the run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an answer may be silent, before its first character or after.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(10);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
