using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>series</c>: moments along the rows of a parent, or numbers along those.</summary>
/// <param name="what">Such as <c>'series' of column 'entries.at'</c>.</param>
internal sealed class SeriesReader(SchemaReading reading, string what)
{
    private static readonly string[] Spacings = ["every", "gap", "end"];

    public SourceSchema? Read(SchemaNode node)
    {
        if (reading.Map(node, what, "a map such as { start: 2024-01-01, gap: { exponential: { mean: 36h } } }") is not { } map)
            return null;
        bool isOfNumbers = map.Entries.Any(entry => entry.Text is { } key && NumberSeriesReader.OwnKeys.Contains(key));
        return isOfNumbers ? new NumberSeriesReader(reading, what).Read(map) : ReadTimes(map);
    }

    private TimeSeriesSource? ReadTimes(MapNode map)
    {
        int before = reading.Reported;
        reading.CheckKeys(map, what, ["start", .. Spacings, "profile", "step"]);
        if (map["start"] is not { } start)
        {
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, what, "start", "2024-01-01");
            return null;
        }

        MapEntry[] spacings = [.. map.Entries.Where(entry => entry.Text is { } key && Spacings.Contains(key))];
        if (spacings.Length != 1)
            reading.Report(RowOrderDiagnostics.SeriesSpacing, spacings.Length == 0 ? map.Position : spacings[1].Position, what, spacings.Length == 0 ? "none" : "several");
        SchemaScalar? every = Duration(map["every"], "every");
        DistributionSchema? gap = null;
        if (map["gap"] is MapNode drawn)
            gap = new DistributionReader(reading).Read(drawn, $"'gap' of {what}", needsParameters: true);
        else
            every ??= Duration(map["gap"], "gap");
        SchemaScalar? from = Moment(start, "start");
        SchemaScalar? end = map["end"] is { } last ? Moment(last, "end") : null;
        ProfileSchema? profile = map["profile"] is { } weights ? new ProfileReader(reading, $"'profile' of {what}").Read(weights) : null;
        SchemaScalar? step = Duration(map["step"], "step");
        return reading.Reported > before || from is null
            ? null
            : new TimeSeriesSource(from, map.Position) { Every = every, Gap = gap, End = end, Profile = profile, Step = step };
    }

    private SchemaScalar? Moment(SchemaNode node, string key) =>
        reading.Scalar(node, $"'{key}' of {what}", "a date, 'today', a duration or an expression over the parent")?.ToScalar();

    private SchemaScalar? Duration(SchemaNode? node, string key)
    {
        const string expected = "a duration above 0, such as 15min";
        if (node is null || reading.Scalar(node, $"'{key}' of {what}", key == "gap" ? "a duration or a distribution" : expected) is not { } scalar)
            return null;
        if (Literals.IsDuration(scalar.Text) && scalar.Text[0] != '-')
            return scalar.ToScalar();
        reading.BadLiteral(scalar, $"'{key}' of {what}", expected);
        return null;
    }
}
