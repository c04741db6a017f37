using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>The words that cells are drawn from: those of their own rows, ones that correlate with other columns', or their parent's in order.</summary>
internal sealed class CellWords
{
    private readonly StreamKey stream;
    private readonly int positionSlot;
    private readonly int siblingsSlot;
    private readonly bool falls;
    private readonly OrderedWords? ordered;
    private readonly CorrelatedWords? correlated;

    /// <summary>Words of their own for all rows.</summary>
    public CellWords(StreamKey stream) => this.stream = stream;

    /// <summary>Words that correlate with those of other columns.</summary>
    public CellWords(CorrelatedWords correlated) => this.correlated = correlated;

    /// <summary>The words of each parent's rows, so that what is drawn from them rises from row to row.</summary>
    /// <param name="positionSlot">The slot of a row's number within its parent.</param>
    /// <param name="siblingsSlot">The slot of how many rows the parent has.</param>
    /// <param name="falls">Whether a greater word gives a lesser value.</param>
    public CellWords(StreamKey stream, int positionSlot, int siblingsSlot, bool falls)
        : this(stream)
    {
        this.positionSlot = positionSlot;
        this.siblingsSlot = siblingsSlot;
        this.falls = falls;
        ordered = new OrderedWords(stream);
    }

    /// <summary>Writes a word for each row.</summary>
    public void Fill(in FillRows rows, Frame frame, Span<ulong> words)
    {
        if (correlated is not null)
        {
            correlated.Fill(rows, words);
            return;
        }

        if (ordered is null)
        {
            rows.Words(stream, 0, words);
            return;
        }

        ReadOnlySpan<long> positions = ((Int64Column)frame[positionSlot]).Cells;
        ReadOnlySpan<long> siblings = ((Int64Column)frame[siblingsSlot]).Cells;
        OrderedWords.Cursor cursor = ordered.NewCursor();
        for (int row = 0; row < words.Length; row++)
        {
            long rank = positions[row] - 1;
            words[row] = cursor.Word(rows.Indices[row] - rank, siblings[row], falls ? siblings[row] - 1 - rank : rank);
        }
    }
}
