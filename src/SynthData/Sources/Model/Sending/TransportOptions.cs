using System.Security.Cryptography;

namespace SynthData.Sources.Model.Sending;

/// <summary>When to try again what the network broke.</summary>
internal sealed record TransportOptions
{
    /// <summary>Tries after the first; being told to come later (HTTP 429, 529) is not counted.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>The pause before the first retry; it doubles, with jitter, unless the server names one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long every try may fail, of all calls together, before the run ends; also the longest pause a server may ask for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an answer may be silent, before its first character or after.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(10);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gives a number from 0 to below 1. It decides when a call is sent and nothing else, so it need not repeat.</summary>
    public Func<double> Chance { get; init; } = () => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30);
}
