using SynthData.Sources.Model.Providers;

namespace SynthData.Sources.Model.Sending.Limits;

/// <summary>Leave to send one call, until it comes home; on the way it takes note of what the server says.</summary>
internal sealed class Lease : IDisposable
{
    private static readonly AsyncLocal<Lease?> OfThisCall = new();

    private readonly CallGate gate;
    private readonly SentCall call;
    private TimeSpan? firstWord;
    private int isHome;

    public Lease(CallGate gate, SentCall call)
    {
        this.gate = gate;
        this.call = call;
    }

    /// <summary>The leave of the call that the running code belongs to: what the client does below is part of it.</summary>
    public static Lease? Current => OfThisCall.Value;

    /// <summary>Since the call was sent.</summary>
    public TimeSpan Age => gate.Since(call);

    /// <summary>Marks the code that runs from here as part of the call.</summary>
    public void Begin() => OfThisCall.Value = this;

    /// <summary>Takes note of the limits a server says beside its answer.</summary>
    public void Read(RateLevel? requests, RateLevel? tokens) => gate.Read(call, requests, tokens);

    /// <summary>Takes note that the answer has begun.</summary>
    public void FirstWord() => firstWord ??= Age;

    public void Reply(TokenCount tokens) => gate.Reply(call, tokens.Total, firstWord);

    public void Fail(SetBack setBack) => gate.Fail(call, setBack);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isHome, 1) == 0)
            gate.ComeHome();
    }
}
