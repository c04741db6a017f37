using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads categories: a list, a map from value to weight, or the file they stand in.</summary>
internal sealed class ValuesReader(SchemaReading reading)
{
    public ValueList? Read(SchemaNode node, string what)
    {
        if (node is ListNode list)
            return ReadList(list, what);
        if (ValueFileReader.IsFile(node))
            return new ValueFileReader(reading).Read((MapNode)node, what, isOneColumn: true) is { } file ? new ValueList([], node.Position) { File = file } : null;
        return reading.Map(node, what, "a list of values or a map from value to weight") is { } map ? ReadWeights(map, what) : null;
    }

    public ValueList? ReadWeights(MapNode map, string what)
    {
        if (map.Entries.IsEmpty)
        {
            reading.Report(SchemaDiagnostics.EmptyList, map.Position, what, "value");
            return null;
        }

        var values = ImmutableArray.CreateBuilder<WeightedScalar>(map.Entries.Length);
        for (int index = 0; index < map.Entries.Length; index++)
        {
            MapEntry entry = map.Entries[index];
            if (entry.Key is not ScalarNode key)
                reading.WrongShape(entry.Key, $"a value of {what}", "a single value");
            else if (map.IsFlow && index > 0 && entry.Value is ScalarNode { IsQuoted: false, Text: "" })
                reading.Report(SchemaDiagnostics.StrayComma, entry.Position, map.Entries[index - 1].Text, key.Text, what);
            else if (ReadWeight(entry.Value, $"the weight of '{key.Text}' in {what}") is { } weight)
                values.Add(new WeightedScalar(key.ToScalar(), weight));
        }

        return new ValueList(values.ToImmutable(), map.Position);
    }

    private ValueList? ReadList(ListNode list, string what)
    {
        if (list.Items.IsEmpty)
        {
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, what, "value");
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var values = ImmutableArray.CreateBuilder<WeightedScalar>(list.Items.Length);
        foreach (SchemaNode item in list.Items)
        {
            if (item is not ScalarNode scalar)
                reading.WrongShape(item, $"a value of {what}", "a single value");
            else if (seen.Add(scalar.IsNull ? "\0" : scalar.Text))
                values.Add(new WeightedScalar(scalar.ToScalar(), 1));
            else
                reading.Report(SchemaDiagnostics.Repeated, scalar.Position, what, scalar.Text);
        }

        return new ValueList(values.ToImmutable(), list.Position);
    }

    private decimal? ReadWeight(SchemaNode node, string what)
    {
        const string expected = "a number of 0 or more";
        if (reading.Scalar(node, what, expected) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal weight) && weight >= 0)
            return weight;
        reading.BadLiteral(scalar, what, expected);
        return null;
    }
}
