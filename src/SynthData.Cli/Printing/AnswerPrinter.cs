using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Commands;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>Prints how a command ended: for a person, or as the one JSON document.</summary>
internal static class AnswerPrinter
{
    public static void Print(string command, CommandAnswer answer, Session session)
    {
        if (session.IsJson)
        {
            JsonReport.Write(session.Output, command, answer.ExitCode, answer.Diagnostics, answer.WriteJson);
            return;
        }

        ImmutableArray<Diagnostic> shown = session.IsQuiet ? [.. answer.Diagnostics.Where(IsError)] : answer.Diagnostics;
        DiagnosticPrinter.Print(shown, session.Remarks);
        answer.Print(session);
    }

    public static void Print(string? command, Failure failure, Session session)
    {
        if (session.IsJson)
            JsonReport.Write(session.Output, command, failure.ExitCode, failure.Diagnostics, WriteNothing);
        else
            DiagnosticPrinter.Print(session.IsQuiet ? [.. failure.Diagnostics.Where(IsError)] : failure.Diagnostics, session.Remarks);

        if (failure.ExitCode == ExitCode.Interrupted && !session.IsQuiet)
            session.Terminal.Error.WriteLine("Interrupted; nothing was put at its final name.");
        if (failure.Bug is { } bug && session.IsVerbose)
            session.Terminal.Error.WriteLine(bug.ToString());
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static void WriteNothing(Utf8JsonWriter json) => json.WriteNullValue();
}
