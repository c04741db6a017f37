using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads how much happens at which hour of the week: weights of hours and of days, 1 where none is written.</summary>
internal sealed class ProfileReader(SchemaReading reading, string what)
{
    private const string HoursExpected = "business, day, night, or a map from hours to weights such as { 0-7: 0.1, 18: 0.5 }";
    private const string DaysExpected = "weekdays, weekend, or a map from days to weights such as { sat: 0.3, sun: 0.1 }";

    private static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public ProfileSchema? Read(SchemaNode node)
    {
        if (reading.Map(node, what, "a map such as { hours: business, days: { sat: 0.3 } }") is not { } map)
            return null;
        int before = reading.Reported;
        reading.CheckKeys(map, what, ["hours", "days"]);
        decimal[] hours = map["hours"] is { } hour ? Hours(hour) : Ones(24);
        decimal[] days = map["days"] is { } day ? Days(day) : Ones(7);
        if (reading.Reported > before)
            return null;
        if (!hours.Any(weight => weight > 0) || !days.Any(weight => weight > 0))
        {
            reading.Report(RowOrderDiagnostics.ProfileLeavesNothing, map.Position, what);
            return null;
        }

        return new ProfileSchema([.. days], [.. hours], map.Position);
    }

    private static decimal[] Ones(int count) => [.. Enumerable.Repeat(1m, count)];

    private static decimal[] Between(int count, int first, int end) => [.. Enumerable.Range(0, count).Select(one => one >= first && one < end ? 1m : 0m)];

    private decimal[] Hours(SchemaNode node)
    {
        if (node is MapNode map)
            return Weights(map, Ones(24), "hours", HourSpan, "an hour from 0 to 23, or hours such as 9-17");
        return reading.Scalar(node, $"'hours' of {what}", HoursExpected) is { } scalar ? scalar.Text switch
        {
            "business" => Between(24, 9, 17),
            "day" => Between(24, 7, 22),
            "night" => [.. Between(24, 7, 22).Select(weight => 1 - weight)],
            _ => Unknown(scalar, "hours", HoursExpected),
        } : [];
    }

    private decimal[] Days(SchemaNode node)
    {
        if (node is MapNode map)
            return Weights(map, Ones(7), "days", DaySpan, "a day such as mon, or days such as mon-fri");
        return reading.Scalar(node, $"'days' of {what}", DaysExpected) is { } scalar ? scalar.Text switch
        {
            "weekdays" => Between(7, 0, 5),
            "weekend" => Between(7, 5, 7),
            _ => Unknown(scalar, "days", DaysExpected),
        } : [];
    }

    private decimal[] Unknown(ScalarNode scalar, string key, string expected)
    {
        reading.BadLiteral(scalar, $"'{key}' of {what}", expected);
        return [];
    }

    private decimal[] Weights(MapNode map, decimal[] weights, string key, Func<string, (int First, int End)?> span, string expected)
    {
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is not { } text || span(text) is not var (first, end))
            {
                reading.Report(SchemaDiagnostics.BadLiteral, entry.Position, $"a key in '{key}' of {what}", entry.Text, expected);
                continue;
            }

            if (reading.Scalar(entry.Value, $"'{text}' in '{key}' of {what}", "a weight of 0 or more") is not { } scalar)
                continue;
            if (Literals.TryNumber(scalar.Text, out decimal weight) && weight is >= 0 and <= 1_000_000)
                weights.AsSpan(first, end - first).Fill(weight);
            else
                reading.BadLiteral(scalar, $"'{text}' in '{key}' of {what}", "a weight from 0 to 1000000");
        }

        return weights;
    }

    // "9" is the hour from nine to ten, "9-17" the eight hours between the two.
    private static (int First, int End)? HourSpan(string text)
    {
        string[] parts = text.Split('-');
        if (parts.Length > 2 || !Literals.TryWhole(parts[0], out long first) || first is < 0 or > 23)
            return null;
        if (parts.Length == 1)
            return ((int)first, (int)first + 1);
        return Literals.TryWhole(parts[1], out long end) && end > first && end <= 24 ? ((int)first, (int)end) : null;
    }

    private static (int First, int End)? DaySpan(string text)
    {
        string[] parts = text.Split('-');
        int first = Array.IndexOf(DayNames, parts[0]);
        int last = Array.IndexOf(DayNames, parts[^1]);
        return parts.Length <= 2 && first >= 0 && last >= first ? (first, last + 1) : null;
    }
}
