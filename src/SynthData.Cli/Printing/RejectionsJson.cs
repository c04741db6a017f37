using System.Collections.Immutable;
using System.Text.Json;
using SynthData.Manifest;

namespace SynthData.Cli.Printing;

/// <summary>What was rejected of a table, as the member <c>rejected</c> of what is being written.</summary>
internal static class RejectionsJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<ManifestRejection> rejections)
    {
        json.WriteStartArray("rejected");
        foreach (ManifestRejection rejection in rejections)
        {
            json.WriteStartObject();
            json.WriteString("code", rejection.Code);
            json.WriteString("rule", rejection.Rule);
            json.WriteNumber("count", rejection.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
