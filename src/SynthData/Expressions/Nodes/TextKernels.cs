using SynthData.Batches;

namespace SynthData.Expressions.Nodes;

/// <summary>The text functions, by row.</summary>
internal static class TextKernels
{
    public static CellState Length(ReadOnlySpan<Column> operands, int row, Column target) => Set(target, row, CodePoints.Count(Text(operands[0], row)));

    public static CellState Lower(ReadOnlySpan<Column> operands, int row, Column target)
    {
        ReadOnlySpan<char> text = Text(operands[0], row);
        text.ToLowerInvariant(((TextColumn)target).Reserve(row, text.Length));
        return CellState.Value;
    }

    public static CellState Upper(ReadOnlySpan<Column> operands, int row, Column target)
    {
        ReadOnlySpan<char> text = Text(operands[0], row);
        text.ToUpperInvariant(((TextColumn)target).Reserve(row, text.Length));
        return CellState.Value;
    }

    public static CellState Trim(ReadOnlySpan<Column> operands, int row, Column target) => Set(target, row, Text(operands[0], row).Trim(' '));

    public static CellState Substring(ReadOnlySpan<Column> operands, int row, Column target)
    {
        ReadOnlySpan<char> text = Text(operands[0], row);
        long start = Whole(operands[1], row);
        long length = operands.Length == 3 ? Whole(operands[2], row) : long.MaxValue;
        if (start < 1 || length < 0)
            return CellState.Error;
        ReadOnlySpan<char> rest = text[CodePoints.Offset(text, start - 1)..];
        return Set(target, row, rest[..CodePoints.Offset(rest, length)]);
    }

    public static CellState Replace(ReadOnlySpan<Column> operands, int row, Column target)
    {
        ReadOnlySpan<char> text = Text(operands[0], row);
        ReadOnlySpan<char> sought = Text(operands[1], row);
        ReadOnlySpan<char> put = Text(operands[2], row);
        int hits = sought.IsEmpty ? 0 : text.Count(sought);
        long length = text.Length + (hits * (long)(put.Length - sought.Length));
        if (length > ExpressionLimits.MaxTextLength && length > text.Length)
            return CellState.Error;

        Span<char> result = ((TextColumn)target).Reserve(row, (int)length);
        for (; hits > 0; hits--)
        {
            int hit = text.IndexOf(sought);
            text[..hit].CopyTo(result);
            put.CopyTo(result[hit..]);
            result = result[(hit + put.Length)..];
            text = text[(hit + sought.Length)..];
        }

        text.CopyTo(result);
        return CellState.Value;
    }

    public static CellState PadLeft(ReadOnlySpan<Column> operands, int row, Column target) => Pad(operands, row, target, isLeft: true);

    public static CellState PadRight(ReadOnlySpan<Column> operands, int row, Column target) => Pad(operands, row, target, isLeft: false);

    public static CellState StartsWith(ReadOnlySpan<Column> operands, int row, Column target) =>
        Set(target, row, Text(operands[0], row).StartsWith(Text(operands[1], row), StringComparison.Ordinal) ? 1 : 0);

    public static CellState Contains(ReadOnlySpan<Column> operands, int row, Column target) =>
        Set(target, row, Text(operands[0], row).Contains(Text(operands[1], row), StringComparison.Ordinal) ? 1 : 0);

    public static CellState Like(ReadOnlySpan<Column> operands, int row, Column target) =>
        Set(target, row, LikePattern.Matches(Text(operands[0], row), Text(operands[1], row)) ? 1 : 0);

    public static CellState Join(ReadOnlySpan<Column> operands, int row, Column target)
    {
        long length = 0;
        foreach (Column operand in operands)
            length += Text(operand, row).Length;
        if (length > ExpressionLimits.MaxTextLength)
            return CellState.Error;

        Span<char> result = ((TextColumn)target).Reserve(row, (int)length);
        foreach (Column operand in operands)
        {
            ReadOnlySpan<char> text = Text(operand, row);
            text.CopyTo(result);
            result = result[text.Length..];
        }

        return CellState.Value;
    }

    public static ReadOnlySpan<char> Text(Column column, int row) => ((TextColumn)column)[row];

    public static long Whole(Column column, int row) => ((Int64Column)column)[row];

    public static CellState Set(Column target, int row, long value)
    {
        ((Int64Column)target)[row] = value;
        return CellState.Value;
    }

    private static CellState Set(Column target, int row, ReadOnlySpan<char> text)
    {
        ((TextColumn)target).Set(row, text);
        return CellState.Value;
    }

    private static CellState Pad(ReadOnlySpan<Column> operands, int row, Column target, bool isLeft)
    {
        ReadOnlySpan<char> text = Text(operands[0], row);
        long length = Math.Max(0, Whole(operands[1], row));
        ReadOnlySpan<char> pad = operands.Length == 3 ? Text(operands[2], row) : " ";
        int has = CodePoints.Count(text);
        if (has >= length)
            return Set(target, row, text[..CodePoints.Offset(text, length)]);
        if (pad.IsEmpty || length > ExpressionLimits.MaxTextLength / 2)
            return CellState.Error;

        (long times, long more) = Math.DivRem(length - has, CodePoints.Count(pad));
        ReadOnlySpan<char> part = pad[..CodePoints.Offset(pad, more)];
        int padding = ((int)times * pad.Length) + part.Length;
        Span<char> result = ((TextColumn)target).Reserve(row, text.Length + padding);
        text.CopyTo(isLeft ? result[padding..] : result);
        result = isLeft ? result[..padding] : result[text.Length..];
        for (; times > 0; times--)
        {
            pad.CopyTo(result);
            result = result[pad.Length..];
        }

        part.CopyTo(result);
        return CellState.Value;
    }
}
