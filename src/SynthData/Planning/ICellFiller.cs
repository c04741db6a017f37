using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Planning;

/// <summary>Fills the cells of one slot. Pure and thread-safe: everything it reads is in the rows, the frame's filled slots and its own fields.</summary>
internal interface ICellFiller
{
    /// <summary>Fills every cell of a target that was reset to the rows' count.</summary>
    void Fill(in FillRows rows, Frame frame, Column target);
}

/// <summary>The rows to fill: indices and draws (all 0 for a frozen cell).</summary>
internal readonly ref struct FillRows(ReadOnlySpan<long> indices, ReadOnlySpan<byte> draws)
{
    public ReadOnlySpan<long> Indices { get; } = indices;

    public ReadOnlySpan<byte> Draws { get; } = draws;

    public int Count => Indices.Length;

    /// <summary>Writes a word of a stream for each row.</summary>
    public void Words(StreamKey stream, uint word, Span<ulong> words) => StreamWords.Fill(stream, Indices, Draws, word, words);
}

/// <summary>Nulls cells after they were filled. Pure and thread-safe, as fillers are.</summary>
internal interface ICellMask
{
    void Apply(in FillRows rows, Frame frame, Column target);
}
