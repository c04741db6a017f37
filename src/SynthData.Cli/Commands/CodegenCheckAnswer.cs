using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary>Whether the record types at a place are those of the schema.</summary>
/// <param name="Finding">What differs; null where nothing does.</param>
internal sealed record CodegenCheckAnswer(string Dataset, string Path, Diagnostic? Finding) : CommandAnswer
{
    public override int ExitCode => Finding is null ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override void Print(Session session)
    {
        if (Finding is not null)
            DiagnosticPrinter.Print([Finding], session.Remarks);
        if (!session.IsQuiet)
            session.Remarks.Line($"{Dataset}: {Path} {(Finding is null ? "is" : "is not")} what codegen writes");
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Dataset);
        json.WriteString("path", Path);
        json.WriteBoolean("isSame", Finding is null);
        json.WriteStartArray("findings");
        if (Finding is not null)
            JsonReport.Write(json, Finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
