namespace SynthData.Batches;

/// <summary>Frames of one table that are not in use: their columns and buffers serve the next rows. Thread-safe.</summary>
internal sealed class FrameShelf(int slotCount)
{
    private const int MaxKept = 64;

    private readonly Stack<Frame> free = [];

    /// <summary>A frame that is the caller's until it is returned; one that is not returned costs a new one.</summary>
    public Frame Take()
    {
        lock (free)
            return free.TryPop(out Frame? frame) ? frame : new Frame(slotCount, this);
    }

    public void Return(Frame frame)
    {
        lock (free)
        {
            if (free.Count < MaxKept)
                free.Push(frame);
        }
    }
}
