using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a schema file: bytes, text, nodes, params, records. Tells everything wrong with it at once and throws for nothing.</summary>
internal static class SchemaReader
{
    private static readonly ImmutableDictionary<string, string> NoOverrides = ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads a file of YAML or JSON.</summary>
    /// <param name="path">As the user wrote it: diagnostics say it so.</param>
    /// <param name="overrides">Params given on the command line (<c>--set</c>).</param>
    /// <param name="bag">Receives what is wrong (SD1).</param>
    /// <returns>
    /// The schema; null when nothing could be made of the file. With errors in the bag a schema may still come, for further
    /// checks of what was read: its broken columns and tables say <c>IsIncomplete</c>, and nothing may be generated from it.
    /// </returns>
    public static DatasetSchema? ReadFile(string path, IReadOnlyDictionary<string, string> overrides, DiagnosticBag bag)
    {
        var reading = new SchemaReading(path, bag);
        return SourceBytes.ReadFile(path, reading) is { } bytes ? Read(bytes, overrides, reading) : null;
    }

    /// <summary>Reads a schema from text, as if it were a file of that name.</summary>
    public static DatasetSchema? ReadText(
        string text, DiagnosticBag bag, string file = "schema.yaml", IReadOnlyDictionary<string, string>? overrides = null) =>
        Read(Encoding.UTF8.GetBytes(text), overrides ?? NoOverrides, new SchemaReading(file, bag));

    private static DatasetSchema? Read(byte[] bytes, IReadOnlyDictionary<string, string> overrides, SchemaReading reading)
    {
        if (SourceBytes.Decode(bytes, reading) is not { } source || new NodeReader(source, reading).Read() is not { } root)
            return null;
        if (reading.Map(root, "The schema", "a map with 'synthdata', 'name' and 'tables'") is not { } map)
            return null;

        ImmutableSortedDictionary<string, string> parameters = ParamReader.Read(map["params"], overrides, reading);
        MapNode filled = ParamReader.Fill(map, parameters, reading);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return DatasetReader.Read(filled, sha256, parameters, reading);
    }
}
