using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Commands;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>Prints how a command ended: for a person, or as the one JSON document.</summary>
internal static class AnswerPrinter
{
    public static void Print(string command, CommandAnswer answer, Session session)
    {
        Annotations.Print(answer.Diagnostics.Concat(answer.Findings), session);
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
        Annotations.Print(failure.Diagnostics, session);
        if (session.IsJson)
            JsonReport.Write(session.Output, command, failure.ExitCode, failure.Diagnostics, json => WriteFailed(json, session));
        else
            DiagnosticPrinter.Print(session.IsQuiet ? [.. failure.Diagnostics.Where(IsError)] : failure.Diagnostics, session.Remarks);

        if (!session.IsQuiet)
            TellWhatStays(failure, session);
        if (failure.Bug is { } bug && session.IsVerbose)
            session.Terminal.Error.WriteLine(bug.ToString());
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    // Whoever paid for answers wants to know that they are not lost.
    private static void TellWhatStays(Failure failure, Session session)
    {
        if (failure.ExitCode == ExitCode.Interrupted)
            session.Terminal.Error.WriteLine("Interrupted; nothing was put at its final name.");
        if (session.Model is not { Sending.Calls: > 0 } model)
            return;
        if (failure.Diagnostics.All(diagnostic => diagnostic.Code != SendingDiagnostics.BudgetSpent.Code))
            session.Terminal.Error.WriteLine($"Bought in this run: {ModelSummary.Bought(model)}.");
        session.Terminal.Error.WriteLine($"Answers are kept in {model.JournalPath}; the same command goes on from there.");
    }

    private static void WriteFailed(Utf8JsonWriter json, Session session)
    {
        if (session.Model is not { } model)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        ModelJson.Write(json, model, texts: []);
        json.WriteEndObject();
    }
}
