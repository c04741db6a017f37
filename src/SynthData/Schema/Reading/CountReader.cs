using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads how many children a parent has.</summary>
internal sealed class CountReader(string table, SchemaReading reading)
{
    private const string Expected = "a number, an expression, { between: [a, b] }, a distribution or weights";

    private readonly string what = $"'count' of table '{table}'";

    public CountSchema? Read(SchemaNode node)
    {
        if (node is MapNode map && map.Has("given"))
            return ReadConditional(map);
        bool isExact = false;
        if (node is MapNode weights && weights.Find("exact") is { } exact)
        {
            isExact = reading.Flag(exact.Value, $"'exact' of {what}", otherwise: false);
            node = weights with { Entries = weights.Entries.Remove(exact) };
        }

        if (ReadShape(node, what) is not { } shape)
            return null;
        if (isExact && shape is not CountWeights)
            reading.Report(SchemaDiagnostics.ModifierDoesNotFit, node.Position, what, "exact", "this shape", "weights");
        return new CountSchema([], new GivenOption<CountShape>([], shape, node.Position), isExact, node.Position);
    }

    private CountSchema? ReadConditional(MapNode map)
    {
        reading.CheckKeys(map, what, ["given", "values", "exact"]);
        if (map["values"] is not { } values)
        {
            reading.Report(SchemaDiagnostics.MissingCompanion, map.Find("given")!.Position, what, "given", "values", "{ CONDITION: 2, else: 1 }");
            return null;
        }

        var options = new OptionReader(reading, what, GivenColumns.Read(map["given"], what, reading));
        GivenOption<CountShape>? shape = options.Conditional(values, "values", ReadShape);
        if (reading.Flag(map["exact"], $"'exact' of {what}", otherwise: false))
            reading.Report(SchemaDiagnostics.Later, map.Find("exact")!.Position, $"'exact' beside 'given' in {what}");
        return shape is null ? null : new CountSchema(options.Given, shape, IsExact: false, map.Position);
    }

    private CountShape? ReadShape(SchemaNode node, string where)
    {
        if (node is MapNode map)
            return ReadMap(map, where);
        if (reading.Scalar(node, where, Expected) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal number) && (number < 0 || number != decimal.Truncate(number)))
        {
            reading.BadLiteral(scalar, where, "a whole number of 0 or more");
            return null;
        }

        return new CountValue(scalar.ToScalar());
    }

    private CountShape? ReadMap(MapNode map, string where)
    {
        if (map.Has("between"))
            return ReadBetween(map, where);
        if (DistributionReader.IsDistribution(map))
            return new DistributionReader(reading).Read(map, where) is { } distribution ? new CountDistribution(distribution) : null;
        if (map.Entries is [{ Text: { } only }] && !Literals.TryWhole(only, out _))
        {
            new DistributionReader(reading).Read(map, where);
            return null;
        }

        ValueList? weights = new ValuesReader(reading).ReadWeights(map, where);
        foreach (WeightedScalar weighted in weights?.Values ?? [])
        {
            if (!Literals.TryWhole(weighted.Value.Text, out long count) || count < 0)
                reading.Report(SchemaDiagnostics.BadLiteral, weighted.Value.Position, $"a count of {where}", weighted.Value.Text, "a whole number of 0 or more");
        }

        return weights is null ? null : new CountWeights(weights);
    }

    private CountBetween? ReadBetween(MapNode map, string where)
    {
        reading.CheckKeys(map, where, ["between", "distribution"]);
        RangeEnds? ends = RangeReader.Read(map["between"]!, $"'between' of {where}", reading);
        DistributionSchema? distribution = map["distribution"] is { } node ? new DistributionReader(reading).Read(node, where) : null;
        return ends is null ? null : new CountBetween(ends, distribution, map.Position);
    }
}
