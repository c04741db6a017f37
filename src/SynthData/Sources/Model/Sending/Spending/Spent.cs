using System.Globalization;

namespace SynthData.Sources.Model.Sending.Spending;

/// <summary>What a run has bought.</summary>
/// <param name="Calls">Calls that brought a reply, and those that were lost.</param>
/// <param name="Lost">Calls that were sent and brought neither reply nor error; what they were thought to come to counts as bought.</param>
internal readonly record struct Spent(long Calls, TokenCount Tokens, long Lost)
{
    public Spent Plus(TokenCount tokens, bool isLost) => new(Calls + 1, Tokens + tokens, Lost + (isLost ? 1 : 0));

    /// <summary>Tells it in words, with money where prices are known.</summary>
    public string Tell(decimal? cost) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Calls} {(Calls == 1 ? "call" : "calls")}, {Tokens.In} tokens in, {Tokens.Out} out{(cost is { } money ? $", {money:0.######} in money" : "")}"
            + $"{(Lost > 0 ? $", {Lost} of the calls without an answer and counted at their estimate" : "")}");
}
