using Microsoft.Extensions.Logging;

namespace SynthData.Cli.Printing;

/// <summary>Logs to standard error: warnings, and everything under <c>--verbose</c>.</summary>
internal sealed class TerminalLog(TextWriter error, LogLevel lowest) : ILogger
{
    private readonly Lock gate = new();

    public static TerminalLog For(Session session) => new(
        session.Terminal.Error,
        session.IsVerbose ? LogLevel.Trace : session.IsQuiet || session.IsJson ? LogLevel.None : LogLevel.Warning);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (gate)
            error.WriteLine($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}");
    }
}
