namespace SynthData.Comparing.Sampling;

/// <summary>Samples of two tables that are compared, with the columns that both have, in the order of the first.</summary>
/// <param name="Table">The table's name; the first one's where the two differ.</param>
/// <param name="ProseColumns">Columns that are texts, however few of them differ.</param>
internal sealed record SampledPair(string Table, SampledTable A, SampledTable B, IReadOnlySet<string> ProseColumns);
