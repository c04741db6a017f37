using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Output.Csv;

/// <summary>Writes the cells of one column of a batch as CSV fields; null as nothing.</summary>
internal abstract class CsvCells
{
    /// <summary>The room that a field needs at most, in bytes.</summary>
    public abstract int Room { get; }

    /// <summary>Writes a row's field; gives its length.</summary>
    /// <param name="target">At least <see cref="Room"/> bytes.</param>
    public abstract int Write(int row, Span<byte> target);

    /// <summary>Makes the writer for a column that holds no text.</summary>
    public static CsvCells Of(Column column, ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => new CsvTruths((Int64Column)column),
        ColumnKind.Int32 or ColumnKind.Int64 => new CsvWholes((Int64Column)column),
        ColumnKind.Decimal => new CsvDecimals((Int64Column)column, type.Scale),
        ColumnKind.Timestamp => new CsvTimestamps((Int64Column)column),
        _ => new CsvValues(column, type),
    };
}

internal sealed class CsvTruths(Int64Column cells) : CsvCells
{
    public override int Room => 8;

    public override int Write(int row, Span<byte> target)
    {
        if (cells.IsNull(row))
            return 0;
        bool isTrue = cells[row] != 0;
        (isTrue ? "true    "u8 : "false   "u8).CopyTo(target);
        return isTrue ? 4 : 5;
    }
}

internal sealed class CsvWholes(Int64Column cells) : CsvCells
{
    public override int Room => AsciiDigits.MaxLength + 1;

    public override int Write(int row, Span<byte> target) => cells.IsNull(row) ? 0 : CellBytes.FormatWhole(cells[row], target);
}

internal sealed class CsvDecimals(Int64Column cells, int scale) : CsvCells
{
    public override int Room => CellBytes.MaxLength;

    public override int Write(int row, Span<byte> target) => cells.IsNull(row) ? 0 : CellBytes.FormatDecimal(cells[row], scale, target);
}

internal sealed class CsvTimestamps(Int64Column cells) : CsvCells
{
    public override int Room => CellBytes.MaxLength;

    public override int Write(int row, Span<byte> target) => cells.IsNull(row) ? 0 : CellBytes.FormatTimestamp(cells[row], target);
}

internal sealed class CsvValues(Column cells, ColumnType type) : CsvCells
{
    public override int Room => CellBytes.MaxLength;

    public override int Write(int row, Span<byte> target) => cells.IsNull(row) ? 0 : CellBytes.Format(cells, row, type, target);
}

/// <summary>Texts of a pool, whose fields are ready.</summary>
internal sealed class CsvPooledTexts(TextColumn cells, CsvPool pool, Func<int, GenerationException> refusal) : CsvCells
{
    public override int Room => pool.MaxLength + CsvPool.Slack;

    public override int Write(int row, Span<byte> target)
    {
        if (cells.IsNull(row))
            return 0;
        int code = cells.Codes[row];
        return pool.IsRefused(code) ? throw refusal(row) : pool.Write(code, target);
    }
}

/// <summary>Texts that each row has for itself.</summary>
internal sealed class CsvTexts(TextColumn cells, CsvFormula formula, Func<int, GenerationException> refusal) : CsvCells
{
    // An escaped formula has one character more.
    public override int Room { get; } = CsvText.MaxLength(cells.MaxLength + 1);

    public override int Write(int row, Span<byte> target)
    {
        if (cells.IsNull(row))
            return 0;
        ReadOnlySpan<char> text = cells[row];
        if (formula == CsvFormula.Keep || !FormulaText.IsFormula(text))
            return CsvText.Write(text, target);
        return formula == CsvFormula.Reject ? throw refusal(row) : CsvText.Write("'" + new string(text), target);
    }
}
