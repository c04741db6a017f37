namespace SynthData.Batches;

/// <summary>Rows of a parent table that the rows of a frame refer to.</summary>
/// <param name="Frame">The parents' cells.</param>
/// <param name="Places">For each row of the referring frame, the parent's place in <paramref name="Frame"/>; -1 without a parent.</param>
internal sealed record ParentRows(Frame Frame, int[] Places);
