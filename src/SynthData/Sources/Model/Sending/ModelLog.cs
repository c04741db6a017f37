using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Sending;

/// <summary>What a run tells of its model: pauses as warnings, rounds and calls for who looks closer, prompts and replies only as traces. Never the key.</summary>
internal sealed partial class ModelLog(ILogger logger, ChatConnection? connection)
{
    public static ModelLog None { get; } = new(NullLogger.Instance, null);

    public void JournalMended(string message) => Mended(logger, message);

    /// <param name="tries">Tries so far.</param>
    /// <param name="why">What a server or library wrote, which may quote the key.</param>
    public void TriedAgain(int tries, TimeSpan pause, string why) =>
        Paused(logger, connection?.Name, tries, pause.TotalSeconds, connection?.Scrub(why) ?? why);

    public void AskedAgain(string table, int rows, long first, long last) => Round(logger, rows, first, last, table);

    public void CallSent(string model, int rows, string table, long first, long last) => Sent(logger, model, rows, first, last, table);

    public void ReplyCame(string model, ReplyEnd end, long tokensIn, long tokensOut) => Came(logger, model, end, tokensIn, tokensOut);

    public void FeatureRefused(string model, Feature feature) => Refused(logger, model, feature);

    /// <summary>Tells a prompt or a reply word by word.</summary>
    public void Content(string text)
    {
        if (logger.IsEnabled(LogLevel.Trace))
            Text(logger, connection?.Scrub(text) ?? text);
    }

    [LoggerMessage(601, LogLevel.Warning, "{Message}")]
    private static partial void Mended(ILogger logger, string message);

    [LoggerMessage(602, LogLevel.Warning, "Model {Model} gave no answer on try {Tries}; trying again in {Seconds:0.#} s. {Why}")]
    private static partial void Paused(ILogger logger, string? model, int tries, double seconds, string why);

    [LoggerMessage(603, LogLevel.Information, "Asking again for {Rows} of the rows {First} to {Last} of table '{Table}'.")]
    private static partial void Round(ILogger logger, int rows, long first, long last, string table);

    [LoggerMessage(604, LogLevel.Debug, "Asking {Model} for {Rows} of the rows {First} to {Last} of table '{Table}'.")]
    private static partial void Sent(ILogger logger, string model, int rows, long first, long last, string table);

    [LoggerMessage(605, LogLevel.Debug, "A reply of {Model} ended {End}: {TokensIn} tokens in, {TokensOut} out.")]
    private static partial void Came(ILogger logger, string model, ReplyEnd end, long tokensIn, long tokensOut);

    [LoggerMessage(606, LogLevel.Information, "The server of {Model} takes no {Feature}; going on without.")]
    private static partial void Refused(ILogger logger, string model, Feature feature);

    [LoggerMessage(607, LogLevel.Trace, "{Text}")]
    private static partial void Text(ILogger logger, string text);
}
