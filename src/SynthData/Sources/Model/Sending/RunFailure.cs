using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Sending;

/// <summary>The first failure that waiting does not mend. Other calls would only fail alike, so none of them is sent or left waiting. Thread-safe.</summary>
internal sealed class RunFailure : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private GenerationException? first;

    /// <summary>Null while there is none.</summary>
    public GenerationException? First => Volatile.Read(ref first);

    /// <summary>Cancelled with the first failure.</summary>
    public CancellationToken Token => source.Token;

    public void Set(GenerationException failure)
    {
        if (Interlocked.CompareExchange(ref first, failure, null) is null)
            source.Cancel();
    }

    public void Dispose() => source.Dispose();
}
