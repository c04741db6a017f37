using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a distribution: its parameters as plain numbers, durations as days (dates) or seconds.</summary>
/// <param name="origin">The lower end that dates and times count from, in the column's units; null where it differs from row to row.</param>
internal sealed partial class DrawBinder(PlanDraft plan, string name, ColumnType type, long? origin = null)
{
    /// <summary>Gives null, and tells why, when the distribution does not fit.</summary>
    /// <param name="isInRange">Whether the ends of a range can stand in for parameters.</param>
    public DistributionPlan? Bind(DistributionSchema written, bool isInRange)
    {
        Distribution? distribution = DistributionCheck.Find(written, type, isInRange, name, plan.Bag);
        if (distribution is null)
            return null;
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (DistributionParameter parameter in written.Parameters)
        {
            string key = parameter.Name.Length > 0 ? parameter.Name : distribution.Lone!;
            DistributionParameterEntry entry = distribution.Parameters.First(entry => entry.Name == key);
            double? value = (entry.IsPlace ? Place(parameter.Value.Text) : null) ?? Number(parameter.Value.Text, entry.IsPlain);
            if (value is null)
                return RefuseValue(written, parameter, entry, distribution.Example);
            parameters[key] = value.Value;
        }

        if (parameters.Count > 0 && DistributionDomain.WhyNot(distribution.Name, parameters.ToImmutable()) is { } wrong)
            return Refuse(written, wrong, $"Write {distribution.Example}.");
        if (distribution.Name == "beta" && !isInRange && type.IsWhole)
            return Refuse(written, $"without a range it gives shares between 0 and 1, which no {type} holds", "Give it a range, or the type double or decimal.");
        if (distribution.Name == "uniform" && type.IsWhole && parameters.TryGetValue("min", out double min) && Math.Ceiling(min) > Math.Floor(parameters["max"]))
            return Refuse(written, "no whole number lies between its min and max", $"Write {distribution.Example}.");
        if (written.Sample is { } sample)
            return new SampleBinder(plan, name, this).Bind(sample);
        ImmutableArray<WeightedDraw?> parts = [.. written.Parts.Select(part => Part(part, isInRange))];
        if (parts.Contains(null))
            return null;
        var made = new DistributionPlan(distribution.Name, parameters.ToImmutable(), IsBare: parameters.Count == 0)
        {
            Parts = [.. parts.OfType<WeightedDraw>()],
            IsWhole = type.IsWhole,
        };
        return made with { Made = DistributionMaker.Fixed(made) };
    }

    /// <summary>A number, or for dates and times a duration in days or seconds; null for anything else.</summary>
    public double? Number(string text, bool isPlain = false)
    {
        string plain = text.Replace("_", "", StringComparison.Ordinal);
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;
        Match match = type.IsTemporal && !isPlain ? Duration().Match(plain) : Match.Empty;
        if (!match.Success)
            return null;

        double seconds = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * match.Groups[2].Value switch
        {
            "y" => 365.2425 * 86_400,
            "mo" => 365.2425 / 12 * 86_400,
            "w" => 7 * 86_400,
            "d" => 86_400,
            "h" => 3_600,
            "min" => 60,
            _ => 1,
        };
        return type.Kind == ColumnKind.Date ? seconds / 86_400 : seconds;
    }

    /// <summary>A date, timestamp or time of day as its distance from the lower end, in days or seconds; null for anything else.</summary>
    public double? Place(string text)
    {
        if (origin is not { } low)
            return null;
        long? at = type.Kind switch
        {
            ColumnKind.Date when CellText.TryParseDate(text, out long days) => days,
            ColumnKind.Timestamp when CellText.TryParseTimestamp(text, out long micros) => micros,
            ColumnKind.Timestamp when CellText.TryParseDate(text, out long days) => days * CellText.MicrosPerDay,
            ColumnKind.Time when CellText.TryParseTime(text, out long micros) => micros,
            _ => null,
        };
        return at is null ? null : (at.Value - low) / RangeCut.UnitsPerPlain(type);
    }

    private DistributionPlan? RefuseValue(
        DistributionSchema written, DistributionParameter parameter, DistributionParameterEntry entry, string example)
    {
        string expected = !type.IsTemporal || entry.IsPlain ? "number" : entry.IsPlace && origin is not null ? $"{type}, duration or number" : "duration or number";
        string why = entry.IsPlace && origin is null && type.IsTemporal ? " that counts from the lower end, which differs from row to row" : "";
        return Refuse(written, $"'{parameter.Value.Text}' is no {expected}{why}", $"Write a {expected} for {entry.Name}, as in {example}.");
    }

    private WeightedDraw? Part(MixturePart part, bool isInRange) =>
        Bind(part.Distribution, isInRange) is { } draw ? new WeightedDraw((double)part.Weight, draw) : null;

    private DistributionPlan? Refuse(DistributionSchema distribution, string why, string fix)
    {
        plan.Bag.Add(PlanDiagnostics.DistributionDoesNotFit, distribution.Position, distribution.Name, name, why, fix);
        return null;
    }

    [GeneratedRegex("^([0-9]+(?:\\.[0-9]+)?)(y|mo|w|d|h|min|s)$")]
    private static partial Regex Duration();
}
