using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>What a compilation got, group by group.</summary>
internal sealed record CompileAnswer(string SchemaPath, CompileReport Report) : CommandAnswer
{
    public override int ExitCode => Report.Findings.Any(found => found.Severity == DiagnosticSeverity.Error) ? Cli.ExitCode.RowsShort : Cli.ExitCode.Done;

    /// <summary>Prints what is about to be asked.</summary>
    public static void PrintPlan(CompileReport report, IAnsiConsole console)
    {
        Table grid = Grids.Open("knowledge", "pools#", "entries#", "there#", "to ask#", "");
        foreach (GroupReport group in report.Groups)
            grid.Add(group.Key, Words.Number(group.Pools), Words.Number(group.Wanted), Words.Number(group.Kept), Words.Number(group.Wanted - group.Kept), group.Left ?? "");
        console.Draw(grid);
        if (report.Estimate is { } estimate)
        {
            string money = estimate.Cost is { } cost ? $", {Words.Money(cost)} in money" : "";
            console.Line(
                $"  about {Words.Number(estimate.Calls)} calls of {estimate.Model}, {Words.Number(estimate.TokensIn)} tokens in, {Words.Number(estimate.TokensOut)} out{money}, if every answer is right");
        }
    }

    public override void Print(Session session)
    {
        if (session.IsQuiet)
            return;
        IAnsiConsole console = session.Remarks;
        int written = Report.Groups.Sum(group => group.Written);
        console.Line(Report.IsWritten
            ? $"{Report.Dataset}: wrote {Words.Number(written)} entries to {Report.Path}"
            : $"{Report.Dataset}: {Report.Path} stays as it is");
        if (Report.Model is { } model)
            ModelSummary.Print(model, Report.Texts, console);
        console.Line();
        console.Line($"Make rows:   synthdata generate {SchemaPath}");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Report.Dataset);
        json.WriteString("path", Report.Path);
        json.WriteBoolean("written", Report.IsWritten);
        CompileJson.WriteGroups(json, Report);
        ModelJson.Write(json, Report.Model, Report.Texts);
        json.WriteEndObject();
    }
}
