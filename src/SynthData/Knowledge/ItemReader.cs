using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Reads lists and what pools, entries and items have in common: weights and conditions.</summary>
internal static class ItemReader
{
    public static KnowledgeList? ReadList(string name, MapEntry entry, SchemaReading reading)
    {
        string what = $"list '{name}'";
        if (entry.Value is not ListNode list)
        {
            reading.WrongShape(entry.Value, what, "a list of texts");
            return null;
        }

        if (list.Items.IsEmpty)
            reading.Report(KnowledgeDiagnostics.Empty, list.Position, what, "an item");
        return new KnowledgeList(name, [.. list.Items.Select(item => ReadItem(item, what, reading)).OfType<ListItem>()], entry.Position);
    }

    /// <summary>Reads <c>w</c>; 1 without it.</summary>
    public static decimal ReadWeight(MapNode map, string what, SchemaReading reading)
    {
        if (map["w"] is not { } node || reading.Scalar(node, $"'w' of {what}", "a weight above 0") is not { } scalar)
            return 1;
        if (Literals.TryNumber(scalar.Text, out decimal weight) && weight > 0)
            return weight;
        reading.Report(KnowledgeDiagnostics.BadWeight, scalar.Position, what, scalar.Text);
        return 1;
    }

    /// <summary>Reads <c>when</c>; no condition without it.</summary>
    public static ImmutableArray<PoolCondition> ReadWhen(SchemaNode? node, string what, SchemaReading reading)
    {
        if (node is null || reading.Map(node, $"'when' of {what}", "a map from column to value") is not { } map)
            return [];
        var conditions = ImmutableArray.CreateBuilder<PoolCondition>();
        foreach (MapEntry entry in map.Entries)
        {
            ImmutableArray<SchemaScalar> values = entry.Value is ListNode list
                ? [.. list.Items.Select(item => Value(item)).OfType<SchemaScalar>()]
                : Value(entry.Value) is { } one ? [one] : [];
            if (entry.Text is { } column && !values.IsEmpty)
                conditions.Add(new PoolCondition(new KnowledgeName(column, entry.Position), values));
        }

        return conditions.ToImmutable();

        SchemaScalar? Value(SchemaNode value) => reading.Scalar(value, $"a value in 'when' of {what}", "a value")?.ToScalar();
    }

    private static ListItem? ReadItem(SchemaNode node, string list, SchemaReading reading)
    {
        string what = $"an item of {list}";
        if (node is ScalarNode { IsNull: false } scalar)
            return TextReader.Read(scalar, reading, what) is { } plain ? new ListItem(plain, 1, node.Position) : null;
        if (reading.Map(node, what, "a text, or a map with 'text'") is not { } map)
            return null;
        reading.CheckKeys(map, what, ["text", "w", "when", "tag", "forms"]);
        if (map["text"] is not ScalarNode written || TextReader.Read(written, reading, what) is not { } text)
        {
            if (map["text"] is not ScalarNode)
                reading.WrongShape(map["text"] ?? map, $"'text' of {what}", "a text");
            return null;
        }

        return new ListItem(text, ReadWeight(map, what, reading), node.Position)
        {
            When = ReadWhen(map["when"], what, reading),
            Tag = reading.Text(map["tag"], $"'tag' of {what}"),
            Forms = ReadForms(map["forms"], what, reading),
        };
    }

    private static ImmutableSortedDictionary<string, KnowledgeText> ReadForms(SchemaNode? node, string what, SchemaReading reading)
    {
        var forms = ImmutableSortedDictionary.CreateBuilder<string, KnowledgeText>(StringComparer.Ordinal);
        if (node is null || reading.Map(node, $"'forms' of {what}", "a map from form to text") is not { } map)
            return forms.ToImmutable();
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is { } name && reading.Scalar(entry.Value, $"form '{name}' of {what}", "a text") is { } scalar
                && TextReader.Read(scalar, reading, $"form '{name}' of {what}") is { } text)
                forms[name] = text;
        }

        return forms.ToImmutable();
    }
}
