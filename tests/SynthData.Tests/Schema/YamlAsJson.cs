using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace SynthData.Tests.Schema;

/// <summary>Turns YAML into the JSON an editor would check: plain scalars by the core schema, keys as text.</summary>
internal static class YamlAsJson
{
    public static string Convert(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (Convert(stream.Documents[0].RootNode) ?? JsonValue.Create("")).ToJsonString();
    }

    private static JsonNode? Convert(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode map:
                var members = new JsonObject();
                foreach ((YamlNode key, YamlNode value) in map.Children)
                    members[Key(key)] = Convert(value);
                return members;
            case YamlSequenceNode list:
                return new JsonArray([.. list.Children.Select(Convert)]);
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static string Key(YamlNode key) => key is YamlSequenceNode list ? $"[{string.Join(", ", list.Children)}]" : ((YamlScalarNode)key).Value!;

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style != YamlDotNet.Core.ScalarStyle.Plain)
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" => null,
            "true" or "false" => JsonValue.Create(text == "true"),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => JsonValue.Create(whole),
            _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) =>
                JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }
}
