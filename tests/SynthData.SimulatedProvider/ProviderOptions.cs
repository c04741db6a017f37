namespace SynthData.SimulatedProvider;

/// <summary>How a provider behaves. Without anything set it answers at once, rightly and without limits.</summary>
public sealed record ProviderOptions
{
    /// <summary>What to do wrong on a call. <value>Null: nothing.</value></summary>
    public Func<RecordedRequest, Fault?>? Script { get; init; }

    /// <summary>What an answer waits for. <value>Null: nothing.</value></summary>
    public Func<RecordedRequest, CancellationToken, Task>? Before { get; init; }

    /// <summary>The port on the loopback interface. <value>0: any free one.</value></summary>
    public int Port { get; init; }

    /// <summary>The clock of latencies and limits. <value>The system's.</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long answers take. <value>No time.</value></summary>
    public Latency Latency { get; init; } = Latency.None;

    /// <summary>Calls answered at once. <value>Null: any number.</value></summary>
    public int? Concurrency { get; init; }

    /// <summary>What becomes of calls beyond <see cref="Concurrency"/>: they are refused (503 or 529), or they wait. <value>False: they wait.</value></summary>
    public bool RefusesCrowd { get; init; }

    /// <summary><value>Null: no limit.</value></summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens in and out together. <value>Null: no limit.</value></summary>
    public long? TokensPerMinute { get; init; }

    /// <summary>Whether answers carry the headers that say limits and what is left of them. <value>True.</value></summary>
    public bool SaysLimits { get; init; } = true;

    /// <summary>Counts a text in tokens. <value>The o200k encoding.</value></summary>
    public Func<string, int> Tokens { get; init; } = TokenCounts.O200k;
}
