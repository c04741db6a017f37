namespace SynthData.Batches;

/// <summary>Cells of text: codes into a shared pool, or spans of one character buffer.</summary>
/// <remarks>
/// A column has a pool or it has not, for all its cells at once (<see cref="UsePool"/>). Without a pool, cells may be set
/// in any order and set again; what was set before stays in the buffer until the next <see cref="Column.Reset"/>.
/// </remarks>
internal sealed class TextColumn : Column
{
    private int[] starts = [];
    private int[] lengths = [];
    private char[] buffer = [];
    private int used;

    /// <summary>The pool whose texts the cells name, or null.</summary>
    public TextPool? Pool { get; private set; }

    /// <summary>Codes into <see cref="Pool"/>; meaningless without one.</summary>
    public Span<int> Codes => starts.AsSpan(0, Count);

    /// <summary>The characters of the longest text that was set; without a pool only.</summary>
    public int MaxLength => LongestOf(lengths.AsSpan(0, Count));

    /// <summary>The characters of a cell; meaningless where the cell is not a value.</summary>
    public ReadOnlySpan<char> this[int row] => Pool is { } pool ? pool[starts[row]] : buffer.AsSpan(starts[row], lengths[row]);

    /// <summary>The characters of a cell, to be changed in place; without a pool only.</summary>
    public Span<char> Own(int row) => buffer.AsSpan(starts[row], lengths[row]);

    /// <summary>All characters that were set, those of cells set again among them; without a pool only.</summary>
    public ReadOnlySpan<char> Characters => buffer.AsSpan(0, used);

    /// <summary>Makes the cells codes into a pool. Call after <see cref="Column.Reset"/>, before the first cell is set.</summary>
    public void UsePool(TextPool pool) => Pool = pool;

    /// <summary>Turns the codes of all cells into texts of their own, so that texts of any pool can be set.</summary>
    public void DropPool()
    {
        if (Pool is not { } pool)
            return;
        Pool = null;
        for (int row = 0; row < Count; row++)
        {
            if (!IsNull(row))
                Set(row, pool[starts[row]]);
        }
    }

    /// <summary>Sets a cell's characters; the column must have no pool.</summary>
    public void Set(int row, ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(row, text.Length));
    }

    /// <summary>Gives room for a text whose length is not known yet; what is written there is a cell's once it is <see cref="Commit"/>ted.</summary>
    public Span<char> Room(int length)
    {
        if (buffer.Length - used < length)
            Array.Resize(ref buffer, Math.Max(used + length, Math.Max(256, buffer.Length * 2)));
        return buffer.AsSpan(used);
    }

    /// <summary>Makes the first characters of the room a cell's.</summary>
    public void Commit(int row, int length)
    {
        starts[row] = used;
        lengths[row] = length;
        used += length;
    }

    /// <summary>Gives the buffer of a cell of the given length, to be written at once.</summary>
    public Span<char> Reserve(int row, int length)
    {
        _ = Room(length);
        starts[row] = used;
        lengths[row] = length;
        used += length;
        return buffer.AsSpan(starts[row], length);
    }

    protected override void Resize(int count)
    {
        Pool = null;
        used = 0;
        if (starts.Length < count)
        {
            starts = new int[count];
            lengths = new int[count];
        }

        starts.AsSpan(0, count).Clear();
        lengths.AsSpan(0, count).Clear();
    }

    protected override void CopyValue(Column source, int sourceRow, int row)
    {
        var text = (TextColumn)source;
        if (text.Pool is not null && ReferenceEquals(text.Pool, Pool))
            starts[row] = text.starts[sourceRow];
        else if (Pool is null)
            Set(row, text[sourceRow]);
        else
            throw new InvalidOperationException("A pooled cell takes codes of its own pool only.");
    }

    protected override void GatherValues(Column source, ReadOnlySpan<int> places)
    {
        var text = (TextColumn)source;
        if (text.Pool is not null && ReferenceEquals(text.Pool, Pool))
        {
            Gather<int>(text.Codes, places, starts);
            return;
        }

        for (int row = 0; row < places.Length; row++)
        {
            if (places[row] >= 0)
                CopyValueOf(text, places[row], row);
        }
    }

    private static int LongestOf(ReadOnlySpan<int> lengths)
    {
        int longest = 0;
        foreach (int length in lengths)
            longest = Math.Max(longest, length);
        return longest;
    }

    private void CopyValueOf(TextColumn source, int sourceRow, int row)
    {
        if (States[row] == CellState.Value)
            CopyValue(source, sourceRow, row);
    }
}
