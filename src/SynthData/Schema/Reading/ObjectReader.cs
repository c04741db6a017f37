using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads an <c>object</c>: names, and expressions, maps or lists behind them.</summary>
internal sealed class ObjectReader(SchemaReading reading)
{
    public ObjectSource? Read(SchemaNode node, SourceScope scope)
    {
        string where = $"'object' of {scope.What}";
        if (reading.Map(node, where, "a map such as { event: event, n: step * 2 }") is not { } map)
            return null;
        if (map.Entries.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, map.Position, where, "name");
        int before = reading.Reported;
        ObjectMap root = ReadMap(map, where);
        return reading.Reported > before || map.Entries.IsEmpty ? null : new ObjectSource(root, node.Position);
    }

    private ObjectMap ReadMap(MapNode map, string where)
    {
        var entries = ImmutableArray.CreateBuilder<(string, ObjectSchema)>();
        for (int index = 0; index < map.Entries.Length; index++)
        {
            MapEntry entry = map.Entries[index];
            if (entry.Key is not ScalarNode name)
                reading.WrongShape(entry.Key, $"a name of {where}", "a single value");
            else if (map.IsFlow && index > 0 && entry.Value is ScalarNode { IsQuoted: false, Text: "" })
                reading.Report(SchemaDiagnostics.StrayComma, entry.Position, map.Entries[index - 1].Text, name.Text, where);
            else if (ReadPart(entry.Value, $"'{name.Text}' in {where}") is { } part)
                entries.Add((name.Text, part));
        }

        return new ObjectMap(entries.ToImmutable());
    }

    private ObjectSchema? ReadPart(SchemaNode node, string where) => node switch
    {
        MapNode map => ReadMap(map, where),
        ListNode list => new ObjectList([.. list.Items.Select((item, index) => ReadPart(item, $"item {index + 1} of {where}")).OfType<ObjectSchema>()]),
        ScalarNode { IsNull: true } nothing => new ObjectValue(new ExpressionText("null", nothing.Position)),
        _ => reading.Expression(node, where) is { } expression ? new ObjectValue(expression) : null,
    };
}
