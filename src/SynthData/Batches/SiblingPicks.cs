namespace SynthData.Batches;

/// <summary>For each row of a frame, what earlier rows of the same <c>per</c> parent refer to, by slot of the reference.</summary>
internal sealed class SiblingPicks(IReadOnlyDictionary<int, HashSet<long>[]> taken)
{
    public HashSet<long> Of(int slot, int row) => taken[slot][row];
}
