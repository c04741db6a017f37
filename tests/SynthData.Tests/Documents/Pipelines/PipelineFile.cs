using System.Text.Json;
using SynthData.Tests.Schema;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Pipelines;

/// <summary>A YAML file of <c>examples/ci</c>.</summary>
internal static class PipelineFile
{
    public static JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(YamlAsJson.Convert(File.ReadAllText(Repository.PathOf("examples", "ci", name))));
        return document.RootElement.Clone();
    }

    /// <summary>The texts of a map; nothing where there is none.</summary>
    public static Dictionary<string, string> Texts(this JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement map)
        ? map.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal)
        : [];
}
