using System.Globalization;
using System.Text.Json;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>Datasets of a job as JSON.</summary>
internal static class JobJson
{
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes what became of a dataset.</summary>
    public static void Write(Utf8JsonWriter json, JobOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("name", outcome.Dataset.Name);
        json.WriteString("state", StateOf(outcome.State));
        json.WriteString("reason", outcome.Reason);
        json.WriteString("target", outcome.Dataset.Target);
        json.WriteNumber("seconds", Math.Round(outcome.Elapsed.TotalSeconds, 3));
        json.WriteNumber("tries", outcome.Tries);
        if (outcome.IsThere)
            json.WriteNumber("rows", outcome.Rows);
        else
            json.WriteNull("rows");
        if (outcome.Run is { } run)
            TablesJson.WriteTables(json, run.Manifest, outcome.Dataset.PathOf);
        ModelJson.Write(json, outcome.Model, outcome.Run?.Texts ?? []);
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic told in outcome.Diagnostics)
            JsonReport.Write(json, told);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string StateOf(JobState state) => state switch
    {
        JobState.Made => "made",
        JobState.Complete => "complete",
        JobState.Failed => "failed",
        JobState.Interrupted => "interrupted",
        JobState.NotBegun => "notBegun",
        _ => "leftOut",
    };
}
