using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>A distribution that numbers and times can be drawn from.</summary>
/// <param name="Name">As schemas write it.</param>
/// <param name="About">What it looks like, as a full sentence.</param>
/// <param name="Parameters">In the order they are usually written.</param>
/// <param name="IsDiscrete">Gives whole numbers only.</param>
/// <param name="IsBareInRange">In a <c>range</c> the parameters may be left out: the ends decide them.</param>
/// <param name="Lone">The parameter that may stand without its name, as in <c>{ poisson: 2.4 }</c>; null for none.</param>
/// <param name="Example">How a schema writes it.</param>
internal sealed record Distribution(
    string Name, string About, ImmutableArray<DistributionParameterEntry> Parameters, bool IsDiscrete, bool IsBareInRange, string? Lone,
    string Example)
{
    /// <summary>Whether dates, times and timestamps can be drawn from it; all distributions draw int32, int64, double and decimal.</summary>
    public bool TakesTimes => !IsDiscrete;
}

/// <summary>A parameter of a distribution.</summary>
/// <param name="Name">As schemas write it.</param>
/// <param name="About">What it means, as a phrase.</param>
/// <param name="Alternative">Another parameter that may stand in its place; null for none. Without one it is required.</param>
internal sealed record DistributionParameterEntry(string Name, string About, string? Alternative = null)
{
    /// <summary>The ends of a range can stand in for it.</summary>
    public bool IsAnEnd { get; init; }

    /// <summary>A place and no distance: for dates and times a literal of the column says it too.</summary>
    public bool IsPlace { get; init; }

    /// <summary>A plain number whatever the column: for dates and times others are durations.</summary>
    public bool IsPlain { get; init; }
}
