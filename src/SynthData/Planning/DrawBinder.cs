using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a distribution: its parameters as plain numbers, durations as days (dates) or seconds.</summary>
internal sealed partial class DrawBinder(PlanDraft plan, string name, ColumnType type)
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
            bool isPlain = distribution.Parameters.Any(entry => entry.Name == key && entry.IsPlain);
            if (Number(parameter.Value.Text, isPlain) is not { } value)
            {
                string expected = type.IsTemporal && !isPlain ? "duration or number" : "number";
                return Refuse(written, $"'{parameter.Value.Text}' is no {expected}", $"Write a {expected} for {key}, as in {distribution.Example}.");
            }

            parameters[key] = value;
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
