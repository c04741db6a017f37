using System.Text.Json;

namespace SynthData.Cli.Printing;

/// <summary>The groups of a compilation as JSON.</summary>
internal static class CompileJson
{
    /// <summary>Writes the member <c>compile</c>: what asking once for all rows would take.</summary>
    public static void Write(Utf8JsonWriter json, CompileReport? report)
    {
        if (report is null)
        {
            json.WriteNull("compile");
            return;
        }

        json.WriteStartObject("compile");
        json.WriteString("path", report.Path);
        WriteGroups(json, report);
        json.WriteNumber("calls", report.Estimate?.Calls ?? 0);
        json.WriteNumber("tokensIn", report.Estimate?.TokensIn ?? 0);
        json.WriteNumber("tokensOut", report.Estimate?.TokensOut ?? 0);
        if (report.Estimate?.Cost is { } cost)
            json.WriteNumber("money", cost);
        else
            json.WriteNull("money");
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>groups</c>.</summary>
    public static void WriteGroups(Utf8JsonWriter json, CompileReport report)
    {
        json.WriteStartArray("groups");
        foreach (GroupReport group in report.Groups)
        {
            json.WriteStartObject();
            json.WriteString("name", group.Key);
            json.WriteNumber("pools", group.Pools);
            json.WriteNumber("wanted", group.Wanted);
            json.WriteNumber("kept", group.Kept);
            json.WriteNumber("written", group.Written);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
