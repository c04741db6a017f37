using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Reads a knowledge file: bytes, text, nodes, records. Tells everything wrong with it at once and throws for nothing.</summary>
internal sealed class KnowledgeReader(SchemaReading reading)
{
    private const string Version = "synthdata-knowledge";

    /// <summary>Reads a file; null when nothing could be made of it. With errors in the bag nothing may be generated from it.</summary>
    public static KnowledgeFile? ReadFile(string path, DiagnosticBag bag)
    {
        var reading = new SchemaReading(path, bag);
        return SourceBytes.ReadFile(path, reading, KnowledgeLimits.MaxBytes) is { } bytes ? Read(path, bytes, reading) : null;
    }

    /// <summary>Reads text as if it were a file of that name.</summary>
    public static KnowledgeFile? ReadText(string text, DiagnosticBag bag, string file = "schema.knowledge.yaml") =>
        Read(file, Encoding.UTF8.GetBytes(text), new SchemaReading(file, bag));

    private static KnowledgeFile? Read(string path, byte[] bytes, SchemaReading reading)
    {
        if (SourceBytes.Decode(bytes, reading, KnowledgeLimits.MaxBytes) is not { } source || new NodeReader(source, reading).Read() is not { } root
            || reading.Map(root, "The knowledge", $"a map with '{Version}' and 'columns'") is not { } map)
            return null;
        KnowledgeFile file = new KnowledgeReader(reading).ReadFile(map, new KnowledgeFile(path, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        KnowledgeCheck.Check(file, reading);
        return file;
    }

    private KnowledgeFile ReadFile(MapNode map, KnowledgeFile file)
    {
        ReadVersion(map);
        reading.CheckKeys(map, "the knowledge", [Version, "pack", "locale", "about", "by", "columns", "lists"]);
        string? pack = reading.Text(map["pack"], "'pack'");
        return file with
        {
            Pack = pack,
            Locale = reading.Text(map["locale"], "'locale'"),
            About = reading.Text(map["about"], "'about'"),
            Columns = ReadColumns(map, isPack: pack is not null),
            Lists = ReadLists(map["lists"]),
        };
    }

    private void ReadVersion(MapNode map)
    {
        SchemaNode? node = map[Version];
        if (node is null)
            reading.Report(KnowledgeDiagnostics.NoVersion, map.Position, Version);
        else if (reading.Whole(node, $"'{Version}'", 1, long.MaxValue) is > KnowledgeLimits.NewestVersion and var newer)
            reading.Report(KnowledgeDiagnostics.NewerVersion, node.Position, newer, KnowledgeLimits.NewestVersion);
        if (map["by"] is ScalarNode by && by.Text is not ("hand" or "model"))
            reading.BadLiteral(by, "'by'", "'hand' or 'model'");
    }

    private ImmutableArray<KnowledgeColumn> ReadColumns(MapNode file, bool isPack)
    {
        if (file["columns"] is not { } node)
        {
            reading.Report(KnowledgeDiagnostics.Empty, file.Position, "The file", "'columns'");
            return [];
        }

        if (reading.Map(node, "'columns'", "a map from column to what is known of it") is not { } map)
            return [];
        KnowledgeAuthor author = reading.Text(file["by"], "'by'") == "model" ? KnowledgeAuthor.Model : KnowledgeAuthor.Hand;
        var columns = new ColumnKnowledgeReader(reading, author, isPack);
        return [.. map.Entries.Select(columns.Read).OfType<KnowledgeColumn>()];
    }

    private ImmutableSortedDictionary<string, KnowledgeList> ReadLists(SchemaNode? node)
    {
        var lists = ImmutableSortedDictionary.CreateBuilder<string, KnowledgeList>(StringComparer.Ordinal);
        if (node is null || reading.Map(node, "'lists'", "a map from name to list") is not { } map)
            return lists.ToImmutable();
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is { } name && ItemReader.ReadList(name, entry, reading) is { } list)
                lists[name] = list;
        }

        return lists.ToImmutable();
    }
}
