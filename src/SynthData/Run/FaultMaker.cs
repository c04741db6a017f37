using SynthData.Batches;

namespace SynthData.Run;

/// <summary>Makes cells bad in one way. Pure and thread-safe, as fillers are.</summary>
internal abstract class FaultMaker
{
    /// <summary>Overwrites the cells of some rows where that makes them wrong.</summary>
    /// <param name="frame">The rows as they are right.</param>
    /// <param name="rows">Places of the rows; their cells are values.</param>
    /// <param name="targets">Copies of the columns.</param>
    /// <param name="made">Says of each of the rows whether it was overwritten.</param>
    public abstract void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made);
}

/// <summary>Makes nulls.</summary>
internal sealed class NullFault : FaultMaker
{
    public override void Make(Frame frame, IReadOnlyList<int> rows, Column[] targets, Span<bool> made)
    {
        foreach (int row in rows)
            targets[0].States[row] = CellState.Null;
        made.Fill(true);
    }
}
