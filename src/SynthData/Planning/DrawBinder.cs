using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Numerics;
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
            if (Number(parameter.Value.Text) is not { } value)
                return Refuse(
                    written, $"'{parameter.Value.Text}' is no {(type.IsTemporal ? "duration or number" : "number")}",
                    $"Write a number for {key}, such as {distribution.Example}.");
            parameters[key] = value;
        }

        if (parameters.Count == 0)
            return new DistributionPlan(distribution.Name, parameters.ToImmutable(), IsBare: true);
        return Domain(distribution.Name, parameters) is { } wrong
            ? Refuse(written, wrong, $"Write {distribution.Example}.")
            : new DistributionPlan(distribution.Name, parameters.ToImmutable(), IsBare: false);
    }

    private DistributionPlan? Refuse(DistributionSchema distribution, string why, string fix)
    {
        plan.Bag.Add(PlanDiagnostics.DistributionDoesNotFit, distribution.Position, distribution.Name, name, why, fix);
        return null;
    }

    private static string? Domain(string distribution, IReadOnlyDictionary<string, double> values) => distribution switch
    {
        "normal" when values["sd"] <= 0 => "its sd must be above 0",
        "lognormal" when values["median"] <= 0 => "its median must be above 0",
        "lognormal" when values.TryGetValue("p90", out double p90) && p90 <= values["median"] => "its p90 must be above its median",
        "lognormal" when values.TryGetValue("sigma", out double sigma) && sigma <= 0 => "its sigma must be above 0",
        "exponential" or "poisson" when values["mean"] <= 0 => "its mean must be above 0",
        "poisson" when values["mean"] > PoissonDistribution.MaxMean => FormattableString.Invariant($"its mean must be at most {PoissonDistribution.MaxMean}"),
        "geometric" when values["p"] is <= 0 or > 1 => "its p must be above 0 and at most 1",
        "zipf" when values["s"] <= 0 => "its exponent must be above 0",
        _ => null,
    };

    private double? Number(string text)
    {
        string plain = text.Replace("_", "", StringComparison.Ordinal);
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            return number;
        Match match = type.IsTemporal ? Duration().Match(plain) : Match.Empty;
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

    [GeneratedRegex("^([0-9]+(?:\\.[0-9]+)?)(y|mo|w|d|h|min|s)$")]
    private static partial Regex Duration();
}
