using System.Collections.Immutable;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>What became of the datasets of a job.</summary>
internal sealed record RunAnswer(JobPlan Plan, ImmutableArray<JobOutcome> Outcomes) : CommandAnswer
{
    public override int ExitCode => Cli.ExitCode.First(Outcomes.SelectMany(CodesOf).Append(Cli.ExitCode.Done));

    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        IAnsiConsole console = session.Remarks;
        Table grid = Grids.Open("dataset", "state", "rows#", "seconds#", "target");
        foreach (JobOutcome outcome in Outcomes)
            grid.Add(outcome.Dataset.Name, InWords(outcome), outcome.IsThere ? Words.Number(outcome.Rows) : "", Seconds(outcome), outcome.Dataset.Target);
        console.Draw(grid);
        foreach (JobOutcome outcome in Outcomes.Where(outcome => outcome.Model is { Sending.Calls: > 0 }))
            console.Line($"{outcome.Dataset.Name} bought {ModelSummary.Bought(outcome.Model!)}; answers are kept in {outcome.Model!.JournalPath}");
        console.Line($"{Plan.Job.Name}: {Summary()}");
        if (Outcomes.Any(outcome => !outcome.IsThere && outcome.State != JobState.LeftOut))
            console.Line("The same command with --resume goes on from here.");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("job", Plan.Job.Name);
        json.WriteString("asOf", JobJson.Day(Plan.Job.AsOf));
        json.WriteStartArray("datasets");
        foreach (JobOutcome outcome in Outcomes)
            JobJson.Write(json, outcome);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<int> CodesOf(JobOutcome outcome) => outcome.State switch
    {
        JobState.Interrupted => [Cli.ExitCode.Interrupted],
        JobState.Failed => outcome.Diagnostics.Where(told => told.Severity == DiagnosticSeverity.Error).Select(Cli.ExitCode.DuringRun),
        _ => [],
    };

    private string Summary()
    {
        (JobState State, string Word)[] states =
        [
            (JobState.Made, "made"), (JobState.Complete, "already complete"), (JobState.Failed, "failed"), (JobState.Interrupted, "interrupted"),
            (JobState.NotBegun, "not begun"), (JobState.LeftOut, "left out"),
        ];
        return string.Join(", ", states.Select(state => (Count: Outcomes.Count(outcome => outcome.State == state.State), state.Word)).Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Word}"));
    }

    private static string InWords(JobOutcome outcome)
    {
        string words = outcome.State switch
        {
            JobState.Made => "made",
            JobState.Complete => "already complete",
            JobState.Failed => $"failed: {outcome.Diagnostics.First(told => told.Severity == DiagnosticSeverity.Error).Code}",
            JobState.Interrupted => "interrupted",
            JobState.NotBegun => $"not begun: {outcome.Reason}",
            _ => "left out",
        };
        return outcome.Tries > 1 ? $"{words} ({outcome.Tries} tries)" : words;
    }

    private static string Seconds(JobOutcome outcome) => outcome.Tries == 0 ? "" : FormattableString.Invariant($"{outcome.Elapsed.TotalSeconds:0.0}");
}
