using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>Whether the knowledge file covers its schema.</summary>
internal sealed record KnowledgeCheckAnswer(CompileReport Report) : CommandAnswer
{
    public override int ExitCode => Report.Findings.IsEmpty ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override ImmutableArray<Diagnostic> Findings => Report.Findings;

    public override ImmutableArray<JUnitSuite> Suites => [JUnitSuite.Of(Report.Dataset, "the knowledge covers the schema", Report.Findings)];

    public override void Print(Session session)
    {
        DiagnosticPrinter.Print(Report.Findings, session.Remarks);
        if (!session.IsQuiet)
        {
            session.Remarks.Line(Report.Findings.IsEmpty
                ? $"{Report.Dataset}: {Report.Path} covers the schema"
                : $"{Report.Dataset}: {Report.Path} does not cover the schema");
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Report.Dataset);
        json.WriteString("path", Report.Path);
        json.WriteBoolean("covers", Report.Findings.IsEmpty);
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in Report.Findings)
            JsonReport.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
