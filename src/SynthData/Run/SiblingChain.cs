using SynthData.Batches;

namespace SynthData.Run;

/// <summary>Rows of one parent that are to be made one after the other.</summary>
internal sealed class SiblingChain(long first)
{
    /// <summary>The parent's first row.</summary>
    public long First { get; } = first;

    /// <summary>The next row to make: the parent's first, or the one behind what was made before.</summary>
    public long Start { get; set; } = first;

    /// <summary>The first row that was asked for; those before it are made on the way.</summary>
    public long FirstAsked { get; set; } = long.MaxValue;

    /// <summary>The index behind the last row to make.</summary>
    public long End { get; set; }

    /// <summary>What the rows before <see cref="Start"/> leave.</summary>
    public SiblingState State { get; set; } = new();

    public int Count => (int)(End - Start);
}
