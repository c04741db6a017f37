using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a series of numbers: a walk, a trend, seasons, noise and anomalies, each of which may lack.</summary>
internal sealed class NumberSeriesReader(SchemaReading reading, string what)
{
    /// <summary>The keys that a series of moments has not.</summary>
    public static readonly string[] OwnKeys = ["along", "walk", "trend", "season", "noise", "anomalies"];

    public NumberSeriesSource? Read(MapNode map)
    {
        int before = reading.Reported;
        reading.CheckKeys(map, what, ["start", .. OwnKeys]);
        WalkSchema? walk = map["walk"] is { } steps ? Walk(steps, out SchemaScalar? from) : Nothing(out from);
        if (from is not null && map["start"] is { } twice)
            reading.Report(SchemaDiagnostics.SeveralSources, twice.Position, what, "start' of 'walk", "start");
        var read = new NumberSeriesSource(map.Position)
        {
            Along = map["along"] is { } along ? reading.Scalar(along, $"'along' of {what}", "a column's name")?.ToScalar() : null,
            Start = from ?? Start(map["start"], what),
            Walk = walk,
            Trend = Number(map["trend"], $"'trend' of {what}"),
            Seasons = map["season"] is { } seasons ? Seasons(seasons) : [],
            Noise = map["noise"] is { } noise ? Centred(noise, $"'noise' of {what}") : null,
            Anomalies = map["anomalies"] is { } anomalies ? Anomalies(anomalies) : null,
        };
        return reading.Reported > before ? null : read;
    }

    private static WalkSchema? Nothing(out SchemaScalar? start)
    {
        start = null;
        return null;
    }

    private SchemaScalar? Start(SchemaNode? node, string where) =>
        node is null ? null : reading.Scalar(node, $"'start' of {where}", "a number or an expression over the parent")?.ToScalar();

    private WalkSchema? Walk(SchemaNode node, out SchemaScalar? start)
    {
        string where = $"'walk' of {what}";
        start = null;
        if (reading.Map(node, where, "a map such as { start: 100, step: { normal: { sd: 2 } }, min: 0 }") is not { } map)
            return null;
        reading.CheckKeys(map, where, ["start", "step", "min", "max"]);
        start = Start(map["start"], where);
        if (map["step"] is not { } step)
        {
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, where, "step", "{ normal: { sd: 2 } }");
            return null;
        }

        SchemaScalar? min = Number(map["min"], $"'min' of {where}");
        SchemaScalar? max = Number(map["max"], $"'max' of {where}");
        return Centred(step, $"'step' of {where}") is { } drawn ? new WalkSchema(drawn, min, max, map.Position) : null;
    }

    private ImmutableArray<SeasonSchema> Seasons(SchemaNode node)
    {
        ImmutableArray<SchemaNode> written = node is ListNode list ? list.Items : [node];
        return [.. written.Select(Season).OfType<SeasonSchema>()];
    }

    private SeasonSchema? Season(SchemaNode node)
    {
        string where = $"'season' of {what}";
        if (reading.Map(node, where, "a map such as { period: 7d, amplitude: 10 }") is not { } map)
            return null;
        reading.CheckKeys(map, where, ["period", "amplitude", "shift"]);
        foreach (string key in (string[])["period", "amplitude"])
        {
            if (map[key] is null)
                reading.Report(SchemaDiagnostics.MissingKey, map.Position, where, key, key == "period" ? "7d" : "10");
        }

        SchemaScalar? period = Period(map["period"], $"'period' of {where}", above: 0);
        SchemaScalar? amplitude = Number(map["amplitude"], $"'amplitude' of {where}");
        SchemaScalar? shift = Period(map["shift"], $"'shift' of {where}", above: -1);
        return period is null || amplitude is null ? null : new SeasonSchema(period, amplitude, shift, map.Position);
    }

    private AnomalySchema? Anomalies(SchemaNode node)
    {
        string where = $"'anomalies' of {what}";
        if (reading.Map(node, where, "a map such as { share: 1%, size: 40, label: is_anomaly }") is not { } map)
            return null;
        reading.CheckKeys(map, where, ["share", "size", "label"]);
        foreach (string key in (string[])["share", "size", "label"])
        {
            if (map[key] is null)
                reading.Report(SchemaDiagnostics.MissingKey, map.Position, where, key, key switch { "share" => "1%", "size" => "40", _ => "is_anomaly" });
        }

        if (map["share"] is not { } part || map["size"] is not { } size || map["label"] is not { } marked)
            return null;
        const string expected = "a share from 0% to 100%, such as 1%";
        ScalarNode? share = reading.Scalar(part, $"'share' of {where}", expected);
        bool isShare = Literals.TryShare(share?.Text ?? "", out decimal value);
        if (share is not null && !isShare)
            reading.BadLiteral(share, $"'share' of {where}", expected);
        bool isSpan = size is ListNode { Items.Length: 2 };
        SchemaScalar? low = Number(isSpan ? ((ListNode)size).Items[0] : size, $"'size' of {where}");
        SchemaScalar? high = isSpan ? Number(((ListNode)size).Items[1], $"'size' of {where}") : low;
        SchemaScalar? label = reading.Scalar(marked, $"'label' of {where}", "a column's name")?.ToScalar();
        return !isShare || low is null || high is null || label is null ? null : new AnomalySchema(new Share(value, part.Position), low, high, label, map.Position);
    }

    // What is added is around nothing unless it says where its middle lies.
    private DistributionSchema? Centred(SchemaNode node, string where)
    {
        if (node is MapNode { Entries: [{ Text: "normal", Value: MapNode parameters } entry] } map && parameters.Has("sd") && !parameters.Has("mean"))
        {
            SourcePosition place = parameters.Position;
            var zero = new MapEntry(new ScalarNode("mean", false, place, place), new ScalarNode("0", false, place, place));
            node = map with { Entries = [entry with { Value = parameters with { Entries = parameters.Entries.Add(zero) } }] };
        }

        return new DistributionReader(reading).Read(node, where, needsParameters: true);
    }

    private SchemaScalar? Number(SchemaNode? node, string where)
    {
        if (node is null || reading.Scalar(node, where, "a number") is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out _))
            return scalar.ToScalar();
        reading.BadLiteral(scalar, where, "a number");
        return null;
    }

    private SchemaScalar? Period(SchemaNode? node, string where, long above)
    {
        const string expected = "a duration, or a whole number of rows";
        if (node is null || reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        bool isRows = Literals.TryWhole(scalar.Text, out long rows);
        if (isRows ? rows > above : Literals.IsDuration(scalar.Text) && scalar.Text[0] != '-')
            return scalar.ToScalar();
        reading.BadLiteral(scalar, where, expected);
        return null;
    }
}
