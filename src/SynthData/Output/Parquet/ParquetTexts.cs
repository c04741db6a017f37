using System.Buffers;
using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>Cells of text: views of pooled texts as they are, of others into buffers that are given back when the cells are written.</summary>
internal sealed class ParquetTexts() : ParquetCells<ReadOnlyMemory<char>>(null!, 4)
{
    private readonly List<char[]> buffers = [];

    public override void AddBytes(Span<int> rows)
    {
        ReadOnlySpan<int> levels = Levels.Span;
        ReadOnlySpan<ReadOnlyMemory<char>> values = Values;
        int value = 0;
        for (int row = 0; row < levels.Length; row++)
        {
            if (levels[row] != 0)
                rows[row] += values[value++].Length;
        }
    }

    public override void Clear()
    {
        base.Clear();
        foreach (char[] buffer in buffers)
            ArrayPool<char>.Shared.Return(buffer);
        buffers.Clear();
    }

    protected override void AppendValues(Column column, int count)
    {
        var texts = (TextColumn)column;
        if (texts.Pool is { } pool)
        {
            for (int row = 0; row < count; row++)
            {
                if (!texts.IsNull(row))
                    Add(pool[texts.Codes[row]].AsMemory());
            }

            return;
        }

        char[] buffer = Rent(texts.Characters.Length);
        int used = 0;
        for (int row = 0; row < count; row++)
        {
            if (texts.IsNull(row))
                continue;
            ReadOnlySpan<char> text = texts[row];
            text.CopyTo(buffer.AsSpan(used));
            Add(buffer.AsMemory(used, text.Length));
            used += text.Length;
        }
    }

    // The source's buffers are its own: the characters move into one of this column's.
    protected override void AppendValues(ParquetCells source, int first, int end)
    {
        var texts = (ParquetTexts)source;
        if (texts.buffers.Count == 0)
        {
            base.AppendValues(source, first, end);
            return;
        }

        int length = 0;
        foreach (ReadOnlyMemory<char> text in texts.Values[first..end])
            length += text.Length;
        char[] buffer = Rent(length);
        int used = 0;
        foreach (ReadOnlyMemory<char> text in texts.Values[first..end])
        {
            text.CopyTo(buffer.AsMemory(used));
            Add(buffer.AsMemory(used, text.Length));
            used += text.Length;
        }
    }

    private char[] Rent(int length)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(length);
        buffers.Add(buffer);
        return buffer;
    }
}
