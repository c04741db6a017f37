using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Cli.Reports;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>Whether the record types at a place are those of the schema.</summary>
internal sealed record CodegenCheckAnswer(string Dataset, string Path, ImmutableArray<Diagnostic> Differences) : CommandAnswer
{
    public override int ExitCode => Differences.IsEmpty ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override ImmutableArray<Diagnostic> Findings => Differences;

    public override ImmutableArray<JUnitSuite> Suites => [JUnitSuite.Of(Dataset, "the record types are those of the schema", Differences)];

    public override void Print(Session session)
    {
        DiagnosticPrinter.Print(Differences, session.Remarks);
        if (!session.IsQuiet)
            session.Remarks.Line($"{Dataset}: {Path} {(Differences.IsEmpty ? "is" : "is not")} what codegen writes");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteString("path", Path);
        json.WriteBoolean("isSame", Differences.IsEmpty);
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in Differences)
            JsonReport.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
