using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>Whether the dataset at a place is the one its schema makes.</summary>
internal sealed record CheckAnswer(string Path, CheckReport Report) : CommandAnswer
{
    public override int ExitCode => Report.Findings.IsEmpty ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override ImmutableArray<Diagnostic> Findings => Report.Findings;

    public override ImmutableArray<JUnitSuite> Suites =>
        [new JUnitSuite(Report.Made.Dataset, [.. Report.Tables.Select(table => new JUnitCase($"table '{table.Name}'", table.Findings))]) { Notes = Diagnostics }];

    public override void Print(Session session)
    {
        DiagnosticPrinter.Print(Report.Findings, session.Remarks);
        if (session.IsQuiet)
            return;
        string rows = Words.Rows(Report.Made.Tables.Sum(table => table.Rows));
        session.Remarks.Line(Report.Findings.IsEmpty
            ? $"{Report.Made.Dataset}: {Path} holds what the schema makes, {rows}"
            : $"{Report.Made.Dataset}: {Path} is not what the schema makes; '--overwrite' in place of '--check' makes it again");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Report.Made.Dataset);
        json.WriteString("output", Path);
        json.WriteBoolean("isSame", Report.Findings.IsEmpty);
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in Report.Findings)
            JsonReport.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
