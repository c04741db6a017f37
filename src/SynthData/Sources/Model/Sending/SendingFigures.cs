namespace SynthData.Sources.Model.Sending;

/// <summary>How sending stands at one moment, for people who watch.</summary>
/// <param name="InFlight">Calls under way.</param>
/// <param name="Waiting">Calls that wait for leave to be sent.</param>
/// <param name="Concurrency">Calls that may be under way at once, as of now.</param>
/// <param name="Pause">What is left of a pause the server asked for; null without one.</param>
/// <param name="Calls">Calls bought in this run: those with a reply, and those lost.</param>
/// <param name="Tokens">Tokens bought in this run; calls whose server counts none, and lost ones, at their estimate.</param>
/// <param name="Lost">Calls that were sent and brought neither reply nor error.</param>
/// <param name="PutOff">How often a server told a call to come later (HTTP 429, 529).</param>
/// <param name="Cost">What was bought in money; null without prices.</param>
internal sealed record SendingFigures(
    int InFlight, int Waiting, int Concurrency, TimeSpan? Pause, long Calls, TokenCount Tokens, long Lost, long PutOff, decimal? Cost)
{
    /// <summary>Nothing is sent: a replay.</summary>
    public static SendingFigures None { get; } = new(0, 0, 0, null, 0, default, 0, 0, null);
}
