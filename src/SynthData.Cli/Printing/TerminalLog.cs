using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>Logs to standard error: warnings, and everything under <c>--verbose</c>.</summary>
internal sealed class TerminalLog(Action<string> write, LogLevel lowest) : ILogger
{
    private readonly Lock gate = new();

    public static TerminalLog For(Session session) => new(
        session.IsAnimated ? line => WriteAbove(session.Remarks, line) : session.Terminal.Error.WriteLine,
        session.IsVerbose ? LogLevel.Trace : session.IsQuiet || session.IsJson ? LogLevel.None : LogLevel.Warning);

    // Moving bars make room for what their own console writes, but do not wipe what stood there.
    private static void WriteAbove(IAnsiConsole bars, string line) => bars.Write(new Rows(new ControlCode("\u001b[J"), new Text(line)));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (gate)
            write($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}");
    }
}
