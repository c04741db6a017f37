using System.Collections.Concurrent;

namespace SynthData.Run;

/// <summary>The final draws of a table's rows, as far as they were found, so that a chain of rows that read one another is drawn once a row.</summary>
/// <remarks>Thread-safe, since whoever finds a row's final draw finds the same. Memory: a byte a row, in blocks of rows that were made.</remarks>
internal sealed class FinalDraws
{
    private const int BlockRows = 4096;

    private readonly ConcurrentDictionary<long, byte[]> blocks = new();

    /// <summary>A row's final draw, or 0, from which drawing begins.</summary>
    public byte Of(long row) => blocks.TryGetValue(row / BlockRows, out byte[]? draws) ? draws[row % BlockRows] : (byte)0;

    public void Keep(long row, byte draw)
    {
        if (draw > 0)
            blocks.GetOrAdd(row / BlockRows, _ => new byte[BlockRows])[row % BlockRows] = draw;
    }
}
