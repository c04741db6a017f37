using System.Buffers;

namespace SynthData.Batches;

/// <summary>Rows of a parent table that the rows of a frame refer to. Owned by the frame that refers.</summary>
internal sealed class ParentRows
{
    private readonly int[] places;
    private readonly int count;

    /// <param name="frame">The parents' cells; goes back to its shelf with this.</param>
    /// <param name="count">Rows of the referring frame.</param>
    public ParentRows(Frame frame, int count)
    {
        Frame = frame;
        this.count = count;
        places = ArrayPool<int>.Shared.Rent(count);
    }

    /// <summary>The parents' cells.</summary>
    public Frame Frame { get; }

    /// <summary>For each row of the referring frame, the parent's place in <see cref="Frame"/>; -1 without a parent.</summary>
    public Span<int> Places => places.AsSpan(0, count);

    public void Return()
    {
        ArrayPool<int>.Shared.Return(places);
        Frame.Return();
    }
}
