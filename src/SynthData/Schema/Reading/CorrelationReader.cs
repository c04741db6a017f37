using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the correlations of a table.</summary>
internal sealed class CorrelationReader(string table, SchemaReading reading)
{
    private const string Example = "{ between: [age, income], r: 0.6 }";

    public ImmutableArray<CorrelationSchema> Read(SchemaNode? node)
    {
        if (node is null)
            return [];
        if (node is not ListNode list)
        {
            reading.WrongShape(node, $"'correlations' of table '{table}'", $"a list such as [ {Example} ]");
            return [];
        }

        var seen = new HashSet<(string, string)>();
        var correlations = ImmutableArray.CreateBuilder<CorrelationSchema>();
        for (int index = 0; index < list.Items.Length; index++)
        {
            string what = $"correlation {index + 1} of table '{table}'";
            if (ReadOne(list.Items[index], what) is not { } read)
                continue;
            if (seen.Add((read.First.Text, read.Second.Text)) && seen.Add((read.Second.Text, read.First.Text)))
                correlations.Add(read);
            else
                reading.Report(SchemaDiagnostics.CorrelationTwice, read.Position, what, read.First.Text, read.Second.Text);
        }

        return correlations.ToImmutable();
    }

    private CorrelationSchema? ReadOne(SchemaNode node, string what)
    {
        if (reading.Map(node, what, Example) is not { } map)
            return null;
        int before = reading.Reported;
        reading.CheckKeys(map, what, ["between", "r"]);
        foreach (string key in (string[])["between", "r"])
        {
            if (!map.Has(key))
                reading.Report(SchemaDiagnostics.MissingKey, map.Position, what, key, key == "r" ? "0.6" : "[age, income]");
        }

        decimal? r = map["r"] is { } strength ? ReadR(strength, $"'r' of {what}") : null;
        if (map["between"] is not { } between || r is null)
            return null;
        if (between is not ListNode { Items: [ScalarNode { IsNull: false } first, ScalarNode { IsNull: false } second] })
        {
            reading.WrongShape(between, $"'between' of {what}", "a list of two columns; several columns are several pairs");
            return null;
        }

        if (first.Text == second.Text)
            reading.Report(SchemaDiagnostics.Repeated, second.Position, $"'between' of {what}", first.Text);
        return reading.Reported > before ? null : new CorrelationSchema(first.ToScalar(), second.ToScalar(), r.Value, map.Position);
    }

    private decimal? ReadR(SchemaNode node, string where)
    {
        const string expected = "a number from -1 to 1";
        if (reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal r) && r is >= -1 and <= 1)
            return r;
        reading.BadLiteral(scalar, where, expected);
        return null;
    }
}
