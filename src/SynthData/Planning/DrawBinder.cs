using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a distribution: its parameters as plain numbers, durations as days (dates) or seconds.</summary>
internal sealed partial class DrawBinder(PlanDraft plan, string name, ColumnType type)
{
    private static readonly ImmutableArray<string> Bare = ["uniform", "normal", "lognormal"];

    /// <summary>Gives null, and tells why, when the distribution does not fit.</summary>
    public DistributionPlan? Bind(DistributionSchema distribution)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (DistributionParameter parameter in distribution.Parameters)
        {
            string key = parameter.Name.Length > 0 ? parameter.Name : Lone(distribution.Name);
            if (Number(parameter.Value.Text) is not { } value)
                return Refuse(distribution, $"'{parameter.Value.Text}' is no {(type.IsTemporal ? "duration or number" : "number")}", $"Write a number for {key}.");
            parameters[key] = value;
        }

        string[] expected = Expected(distribution.Name, parameters.Keys);
        if (parameters.Count == 0 && Bare.Contains(distribution.Name))
            return new DistributionPlan(distribution.Name, parameters.ToImmutable(), IsBare: true);
        if (!parameters.Keys.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            return Refuse(distribution, $"it takes {string.Join(" and ", expected)}", $"Write {Example(distribution.Name)}.");
        return Domain(distribution.Name, parameters) is { } wrong
            ? Refuse(distribution, wrong, $"Write {Example(distribution.Name)}.")
            : new DistributionPlan(distribution.Name, parameters.ToImmutable(), IsBare: false);
    }

    private DistributionPlan? Refuse(DistributionSchema distribution, string why, string fix)
    {
        plan.Bag.Add(PlanDiagnostics.DistributionDoesNotFit, distribution.Position, distribution.Name, name, why, fix);
        return null;
    }

    private static string Lone(string distribution) => distribution switch
    {
        "poisson" or "exponential" => "mean",
        "geometric" => "p",
        "zipf" => "s",
        _ => "",
    };

    private static string[] Expected(string distribution, IEnumerable<string> written) => distribution switch
    {
        "normal" => ["mean", "sd"],
        "lognormal" => written.Contains("sigma") ? ["median", "sigma"] : ["median", "p90"],
        "exponential" or "poisson" => ["mean"],
        "geometric" => ["p"],
        "zipf" => ["s"],
        _ => [],
    };

    private static string? Domain(string distribution, IReadOnlyDictionary<string, double> values) => distribution switch
    {
        "normal" when values["sd"] <= 0 => "its sd must be above 0",
        "lognormal" when values["median"] <= 0 => "its median must be above 0",
        "lognormal" when values.TryGetValue("p90", out double p90) && p90 <= values["median"] => "its p90 must be above its median",
        "lognormal" when values.TryGetValue("sigma", out double sigma) && sigma <= 0 => "its sigma must be above 0",
        "exponential" or "poisson" when values["mean"] <= 0 => "its mean must be above 0",
        "geometric" when values["p"] is <= 0 or > 1 => "its p must be above 0 and at most 1",
        "zipf" when values["s"] <= 0 => "its exponent must be above 0",
        _ => null,
    };

    private static string Example(string distribution) => distribution switch
    {
        "normal" => "{ normal: { mean: 140, sd: 3 } }",
        "lognormal" => "{ lognormal: { median: 45, p90: 180 } }",
        "exponential" => "{ exponential: { mean: 5 } }",
        "poisson" => "{ poisson: 2.4 }",
        "geometric" => "{ geometric: 0.3 }",
        "zipf" => "{ zipf: 1.1 }",
        _ => "uniform",
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
