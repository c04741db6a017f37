using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds what an empirical distribution follows.</summary>
internal sealed class SampleBinder(PlanDraft plan, string name, DrawBinder numbers)
{
    private const string DistributionName = "empirical";

    /// <summary>Gives null, and tells why, when a value does not fit the column.</summary>
    public DistributionPlan? Bind(SampleSchema sample) => sample switch
    {
        SampleValues values => Values(values.Values),
        SampleFile file => Values(plan.Schema.Samples.GetValueOrDefault(file, [])),
        SampleQuantiles quantiles => Quantiles(quantiles),
        _ => null,
    };

    private DistributionPlan? Values(ImmutableArray<SchemaScalar> scalars)
    {
        ImmutableArray<double?> values = [.. scalars.Select(Number)];
        return values.IsEmpty || values.Contains(null) ? null : Made(new ObservedDistribution(values.Select(value => value!.Value)));
    }

    private DistributionPlan? Quantiles(SampleQuantiles sample)
    {
        ImmutableArray<double?> values = [.. sample.Quantiles.Select(quantile => Number(quantile.Value))];
        if (values.Contains(null))
            return null;
        for (int index = 1; index < values.Length; index++)
        {
            if (values[index] >= values[index - 1])
                continue;
            SchemaScalar falling = sample.Quantiles[index].Value;
            plan.Bag.Add(
                PlanDiagnostics.DistributionDoesNotFit, falling.Position, DistributionName, name,
                $"its quantiles fall from {sample.Quantiles[index - 1].Value.Text} to {falling.Text}", "Write quantiles that rise, or stay.");
            return null;
        }

        return Made(new QuantileDistribution(sample.Quantiles.Zip(values, (quantile, value) => ((double)quantile.Share, value!.Value))));
    }

    private double? Number(SchemaScalar scalar)
    {
        double? number = numbers.Place(scalar.Text) ?? numbers.Number(scalar.Text);
        if (number is null)
        {
            plan.Bag.Add(
                PlanDiagnostics.DistributionDoesNotFit, scalar.Position, DistributionName, name, $"'{scalar.Text}' is no number for this column",
                "Write numbers; for dates and times such values, or durations from the lower end.");
        }

        return number;
    }

    private static DistributionPlan Made(IDistribution distribution) =>
        new(DistributionName, ImmutableSortedDictionary<string, double>.Empty, IsBare: false) { Made = distribution };
}
