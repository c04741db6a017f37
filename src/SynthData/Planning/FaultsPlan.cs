using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Which cells of a column are made bad on purpose, after their rows were made and checked.</summary>
/// <param name="Kinds">The kinds with the share of rows each has.</param>
/// <param name="LabelSlot">The slot of the column that marks them.</param>
/// <param name="Name">What a label that several columns share calls this one; null where the label is its own.</param>
/// <param name="Exact">Shares met to the row instead of drawn: a cut with a part for each kind and one for the rest.</param>
internal sealed record FaultsPlan(ImmutableArray<FaultShare> Kinds, int LabelSlot, string? Name, ExactCut? Exact)
{
    /// <summary>What the label says of a fault.</summary>
    public string Label(FaultKind kind) => Name is null ? FaultKinds.NameOf(kind) : $"{Name}: {FaultKinds.NameOf(kind)}";
}
