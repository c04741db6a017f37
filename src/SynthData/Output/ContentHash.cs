using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Sums the hashes of the cells of one table's batches. Thread-safe.</summary>
/// <remarks>
/// The texts of a pool are read once. Also refuses text that is not Unicode (an unpaired surrogate):
/// no file format could give it back.
/// </remarks>
internal sealed class ContentHash
{
    private readonly ImmutableArray<BatchColumn> columns;
    private readonly Hash128[] keys;
    private readonly ConditionalWeakTable<TextPool, Hash128?[]> pools = [];

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

    // One loop a kind of storage, so that nothing is decided anew for each cell.
    private UInt128 OfColumn(RowBatch batch, int index, ulong[] rows)
    {
        Sum sum = new(keys[index]);
        ReadOnlySpan<CellState> states = batch.Cells(index).States;
        switch (batch.Cells(index))
        {
            case Int64Column whole:
                for (int row = 0; row < rows.Length; row++)
                    sum.Add(rows[row], states[row] != CellState.Value ? Hash128.Null : Hash128.Word((ulong)whole[row]));
                break;
            case DoubleColumn real:
                for (int row = 0; row < rows.Length; row++)
                    sum.Add(rows[row], states[row] != CellState.Value ? Hash128.Null : Hash128.Word(BitConverter.DoubleToUInt64Bits(real[row])));
                break;
            case Int128Column wide:
                for (int row = 0; row < rows.Length; row++)
                    sum.Add(rows[row], states[row] != CellState.Value ? Hash128.Null : Hash128.Wide((UInt128)wide[row]));
                break;
            case TextColumn { Pool: { } pool } pooled:
                Hash128?[] digests = pools.GetValue(pool, DigestsOf);
                for (int row = 0; row < rows.Length; row++)
                {
                    Hash128? digest = states[row] != CellState.Value ? Hash128.Null : digests[pooled.Codes[row]];
                    sum.Add(rows[row], digest ?? throw Refusal(batch, index, row));
                }

                break;
            case TextColumn text:
                for (int row = 0; row < rows.Length; row++)
                    sum.Add(rows[row], states[row] != CellState.Value ? Hash128.Null : DigestOf(text[row]) ?? throw Refusal(batch, index, row));
                break;
        }

        return sum.Value;
    }

    private static Hash128?[] DigestsOf(TextPool pool) => [.. pool.Texts.Select(text => DigestOf(text))];

    private static Hash128? DigestOf(ReadOnlySpan<char> text)
    {
        int surrogate = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        return surrogate < 0 || IsWellFormed(text[surrogate..]) ? Hash128.Text(text) : null;
    }

    private GenerationException Refusal(RowBatch batch, int index, int row) => new(OutputDiagnostics.UnpairedSurrogate.At(
        null, batch.Table, columns[index].Name, batch.FirstRowIndex + row + 1));

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

    /// <summary>Two words and a carry: the compiler does not see through additions of UInt128.</summary>
    private struct Sum(Hash128 key)
    {
        private ulong low;
        private ulong high;

        public readonly UInt128 Value => new(high, low);

        public void Add(ulong row, Hash128 payload)
        {
            Hash128 cell = Hash128.Cell(row, key, payload);
            low += cell.Low;
            high += cell.High + (low < cell.Low ? 1UL : 0UL);
        }
    }
}
