using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Reads what a file knows of one column or group.</summary>
/// <param name="author">Of entries that do not say.</param>
/// <param name="isPack">Columns of a pack stand in no table.</param>
internal sealed class ColumnKnowledgeReader(SchemaReading reading, KnowledgeAuthor author, bool isPack)
{
    private static readonly string[] Draws = ["range", "distribution", "values", "step"];

    public KnowledgeColumn? Read(MapEntry entry)
    {
        if (entry.Text is not { } key || ReadKey(key) is not var (table, names))
        {
            string expected = isPack ? "a column, or [columns]" : "TABLE.COLUMN, or TABLE.[COLUMN, COLUMN]";
            reading.Report(SchemaDiagnostics.WrongShape, entry.Position, "a key of 'columns'", $"'{entry.Text}'", expected);
            return null;
        }

        string what = $"'{key}'";
        if (reading.Map(entry.Value, what, "a map with 'pools'") is not { } map)
            return null;
        reading.CheckKeys(map, what, ["fingerprint", "given", "pools", "pack", "column"]);
        var column = new KnowledgeColumn(table, names, entry.Position) { Fingerprint = reading.Text(map["fingerprint"], $"'fingerprint' of {what}") };
        if (map["pack"] is { } pack)
            return reading.Scalar(pack, $"'pack' of {what}", "a pack's name") is { } name ? column with { Pack = ReadUse(name, map, what) } : null;
        ImmutableArray<KnowledgeName> given = ReadNames(map["given"], $"'given' of {what}");
        return column with { Given = given, Pools = ReadPools(map, names, given, what) };
    }

    private (string? Table, ImmutableArray<string> Names)? ReadKey(string key)
    {
        int dot = isPack ? -1 : key.IndexOf('.', StringComparison.Ordinal);
        if (!isPack && dot <= 0)
            return null;
        string rest = key[(dot + 1)..].Trim();
        ImmutableArray<string> names = rest.StartsWith('[') && rest.EndsWith(']') ? [.. rest[1..^1].Split(',', StringSplitOptions.TrimEntries)] : [rest];
        return names.All(name => name.Length > 0) && names.Distinct(StringComparer.Ordinal).Count() == names.Length ? (dot < 0 ? null : key[..dot], names) : null;
    }

    private ImmutableArray<KnowledgeName> ReadNames(SchemaNode? node, string what)
    {
        IEnumerable<SchemaNode> nodes = node switch { null => [], ListNode list => list.Items, _ => [node] };
        return [.. nodes.Select(one => reading.Scalar(one, what, "a column")).OfType<ScalarNode>().Select(one => new KnowledgeName(one.Text, one.Content))];
    }

    private PackUse ReadUse(ScalarNode name, MapNode map, string what)
    {
        if (map.Find("pools") is { } pools)
            reading.Report(SchemaDiagnostics.SeveralSources, pools.Position, what, "pack", "pools");
        var given = ImmutableSortedDictionary.CreateBuilder<string, KnowledgeName>(StringComparer.Ordinal);
        if (map["given"] is { } node && reading.Map(node, $"'given' of {what}", "a map from the pack's column to the table's") is { } columns)
        {
            foreach (MapEntry entry in columns.Entries)
            {
                if (entry.Text is { } key && reading.Scalar(entry.Value, $"'{key}' in 'given' of {what}", "a column") is { } column)
                    given[key] = new KnowledgeName(column.Text, column.Content);
            }
        }

        return new PackUse(new KnowledgeName(name.Text, name.Content), ReadNames(map["column"], $"'column' of {what}"), given.ToImmutable());
    }

    private ImmutableArray<KnowledgePool> ReadPools(MapNode map, ImmutableArray<string> names, ImmutableArray<KnowledgeName> given, string what)
    {
        if (map["pools"] is not ListNode { Items.IsEmpty: false } list)
        {
            if (map["pools"] is null or ListNode)
                reading.Report(KnowledgeDiagnostics.Empty, (map["pools"] ?? map).Position, what, "a pool");
            else
                reading.WrongShape(map["pools"]!, $"'pools' of {what}", "a list");
            return [];
        }

        var pools = ImmutableArray.CreateBuilder<KnowledgePool>();
        foreach (SchemaNode node in list.Items)
        {
            if (reading.Map(node, $"a pool of {what}", "a map with 'entries'") is { } pool && ReadPool(pool, names, given, $"a pool of {what}") is { } whole)
                pools.Add(whole);
        }

        return pools.ToImmutable();
    }

    private KnowledgePool? ReadPool(MapNode map, ImmutableArray<string> names, ImmutableArray<KnowledgeName> given, string what)
    {
        reading.CheckKeys(map, what, ["when", "entries", "file", "sha256", .. Draws]);
        ImmutableArray<PoolCondition> when = ItemReader.ReadWhen(map["when"], what, reading);
        foreach (PoolCondition condition in when.Where(one => given.All(name => name.Text != one.Column.Text)))
            reading.Report(KnowledgeDiagnostics.NotGiven, condition.Column.Position, what, condition.Column.Text, string.Join(", ", given.Select(name => name.Text)));
        var pool = new KnowledgePool(when, map.Position);
        if (Draws.Any(map.Has))
        {
            if (map.Find("entries") is { } second)
                reading.Report(SchemaDiagnostics.SeveralSources, second.Position, what, Draws.First(map.Has), "entries");
            var draw = new MapNode([.. map.Entries.Where(entry => entry.Text is { } key && Draws.Contains(key))], map.IsFlow, map.Position);
            SourceSchema? source = new PartReader(reading).Read(draw, new SourceScope("", what, names.Length, null, map.Position));
            return source is null ? null : pool with { Draw = source };
        }

        if (map["file"] is { } beside)
        {
            if (map.Find("entries") is { } second)
                reading.Report(SchemaDiagnostics.SeveralSources, second.Position, what, "file", "entries");
            if (reading.Scalar(beside, $"'file' of {what}", "a path") is not { } path)
                return null;
            var file = new PoolFile(path.Text, reading.Text(map["sha256"], $"'sha256' of {what}") ?? "");
            return file.Read(path.Content, reading) is { } list ? pool with { File = file, Entries = ReadEntries(list, names, given, what) } : null;
        }

        if (map["entries"] is not ListNode { Items.IsEmpty: false } entries)
        {
            reading.Report(KnowledgeDiagnostics.Empty, (map["entries"] ?? map).Position, what, "an entry");
            return null;
        }

        return pool with { Entries = ReadEntries(entries, names, given, what) };
    }

    private ImmutableArray<KnowledgeEntry> ReadEntries(ListNode entries, ImmutableArray<string> names, ImmutableArray<KnowledgeName> given, string what) =>
        [.. entries.Items.Select(entry => new EntryReader(reading, author, names, given).Read(entry, $"an entry of {what["a pool of ".Length..]}")).OfType<KnowledgeEntry>()];
}
