using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Sums the hashes of the cells of one table's batches. Immutable and thread-safe.</summary>
/// <remarks>Also refuses text that is not Unicode (an unpaired surrogate): no file format could give it back.</remarks>
internal sealed class ContentHash
{
    private readonly ImmutableArray<BatchColumn> columns;
    private readonly Hash128[] keys;

    public ContentHash(ImmutableArray<BatchColumn> columns)
    {
        this.columns = columns;
        keys = [.. columns.Select(column => Hash128.Key(column.Name, TypeOf(column.Type)))];
    }

    /// <summary>Sums over all cells of a batch.</summary>
    /// <exception cref="GenerationException">SD5011: a text has an unpaired surrogate.</exception>
    public ContentSum Of(RowBatch batch)
    {
        ulong[] rows = new ulong[batch.RowCount];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = Hash128.Row(batch.FirstRowIndex + row);

        UInt128 sum = 0;
        for (int index = 0; index < keys.Length; index++)
            sum = unchecked(sum + OfColumn(batch, index, rows));
        return new ContentSum(sum);
    }

    // Two words and a carry: the compiler does not see through UInt128 additions here.
    private UInt128 OfColumn(RowBatch batch, int index, ulong[] rows)
    {
        Column cells = batch.Cells(index);
        Hash128 key = keys[index];
        ulong low = 0;
        ulong high = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            Hash128 payload = cells.IsNull(row) ? Hash128.Null : cells switch
            {
                Int64Column whole => Hash128.Word((ulong)whole[row]),
                TextColumn text => OfText(batch, index, row, text[row]),
                DoubleColumn real => Hash128.Word(BitConverter.DoubleToUInt64Bits(real[row])),
                _ => Hash128.Wide((UInt128)((Int128Column)cells)[row]),
            };
            Hash128 cell = Hash128.Cell(rows[row], key, payload);
            low += cell.Low;
            high += cell.High + (low < cell.Low ? 1UL : 0UL);
        }

        return new UInt128(high, low);
    }

    private Hash128 OfText(RowBatch batch, int index, int row, ReadOnlySpan<char> text)
    {
        int surrogate = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (surrogate >= 0 && !IsWellFormed(text[surrogate..]))
        {
            throw new GenerationException(OutputDiagnostics.UnpairedSurrogate.At(
                null, batch.Table, columns[index].Name, batch.FirstRowIndex + row + 1));
        }

        return Hash128.Text(text);
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (int unit = 0; unit < text.Length; unit++)
        {
            if (!char.IsSurrogate(text[unit]))
                continue;
            if (unit + 1 == text.Length || !char.IsSurrogatePair(text[unit], text[unit + 1]))
                return false;
            unit++;
        }

        return true;
    }

    private static string TypeOf(ColumnType type) => (type.Kind == ColumnKind.Decimal ? ColumnType.Decimal(type.Scale) : type).ToString();
}
