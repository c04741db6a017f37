using SynthData.Batches;
using SynthData.Expressions;

namespace SynthData.Sources.Knowledge;

/// <summary>A text while it is written for one row.</summary>
internal ref struct TextExpansion
{
    private readonly Frame frame;
    private readonly int row;
    private readonly EntrySpace entry;
    private readonly ReadOnlySpan<int> digits;
    private readonly long index;
    private readonly byte draw;
    private char[] buffer;
    private int length;

    /// <param name="digits">Of the entry's variant.</param>
    /// <param name="buffer">Written from its beginning, and replaced where it is too short.</param>
    public TextExpansion(Frame frame, int row, long index, byte draw, EntrySpace entry, ReadOnlySpan<int> digits, char[] buffer)
    {
        this.frame = frame;
        this.row = row;
        this.index = index;
        this.draw = draw;
        this.entry = entry;
        this.digits = digits;
        this.buffer = buffer;
    }

    public readonly Frame Frame => frame;

    public readonly int Row => row;

    public readonly ReadOnlySpan<char> Written => buffer.AsSpan(0, length);

    /// <summary>The buffer in use: to be given to the next text.</summary>
    public readonly char[] Buffer => buffer;

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (buffer.Length - length < text.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + text.Length));
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Appends a cell of the row as CSV writes it; nothing for null.</summary>
    public void Append(ScopeColumn column)
    {
        Column cells = frame[column.Slot];
        if (cells.IsNull(row))
            return;
        if (cells is TextColumn texts)
        {
            Append(texts[row]);
            return;
        }

        Span<char> text = stackalloc char[64];
        Append(text[..CellText.Format(cells, row, column.Type, text)]);
    }

    /// <summary>A cell of the row as CSV writes it; null for null.</summary>
    public readonly string? CellOf(ScopeColumn column) => frame[column.Slot].IsNull(row) ? null : CellText.Format(frame[column.Slot], row, column.Type);

    /// <summary>Where the draw of a list has its digit; below 0 for none.</summary>
    public readonly int SiteOf(int listDraw) => entry.SiteOf(listDraw);

    /// <summary>Chooses one of several: the digit of the variant where the place has one, else by a word of its own.</summary>
    /// <param name="site">The place's digit; below 0 for none.</param>
    /// <param name="word">The number of the word where there is no digit.</param>
    public readonly int Choose(int site, int count, uint word)
    {
        if (site < 0 || site >= digits.Length)
            return (int)entry.Key.Below((ulong)count, index, draw, word);
        int size = entry.Sites[site].Size;
        return size == count ? digits[site] : (int)((long)digits[site] * count / size);
    }

    /// <summary>A uniform number in (0, 1) for a place.</summary>
    public readonly double Uniform(uint word) => entry.Key.Uniform(index, draw, word);
}
