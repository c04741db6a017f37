using System.Collections.Immutable;

namespace SynthData.Planning;

/// <summary>What a correlated cell is drawn from: the normal values of several streams, weighed and summed.</summary>
/// <param name="Streams">Those of columns named before it in the table's correlations, and its own.</param>
/// <param name="IsFalling">True for a cell whose value falls where its uniform number rises.</param>
internal sealed record CorrelationPlan(ImmutableArray<CorrelatedStream> Streams, bool IsFalling);

/// <summary>A stream and what its normal value counts.</summary>
internal sealed record CorrelatedStream(string Name, double Factor);
