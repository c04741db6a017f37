using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly ConditionalWeakTable<TextPool, PoolDigests> pools = [];

    public ContentHash(ImmutableArray<BatchColumn> columns)
    {
        this.columns = columns;
        keys = [.. columns.Select(column => Hash128.Key(column.Name, TypeOf(column.Type)))];
    }

    /// <summary>Sums over all cells of a batch.</summary>
    /// <exception cref="GenerationException">SD5011: a text has an unpaired surrogate.</exception>
    public ContentSum Of(RowBatch batch)
    {
        using var rented = new Rented<ulong>(batch.RowCount * 3);
        Span<ulong> rows = rented.Span[..batch.RowCount];
        Span<ulong> lows = rented.Span.Slice(batch.RowCount, batch.RowCount);
        Span<ulong> highs = rented.Span[(2 * batch.RowCount)..];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = Hash128.Row(batch.FirstRowIndex + row);

        UInt128 sum = 0;
        for (int index = 0; index < keys.Length; index++)
        {
            Digest(batch, index, lows, highs);
            SetNulls(batch.Cells(index).States, lows, highs);
            sum = unchecked(sum + CellSums.Of(rows, keys[index], lows, highs));
        }

        return new ContentSum(sum);
    }

    // One loop a kind of storage, so that nothing is decided anew for each cell.
    private void Digest(RowBatch batch, int index, Span<ulong> lows, Span<ulong> highs)
    {
        switch (batch.Cells(index))
        {
            case Int64Column whole:
                MemoryMarshal.Cast<long, ulong>(whole.Cells)[..lows.Length].CopyTo(lows);
                lows.CopyTo(highs);
                break;
            case DoubleColumn real:
                MemoryMarshal.Cast<double, ulong>(real.Cells)[..lows.Length].CopyTo(lows);
                lows.CopyTo(highs);
                break;
            case Int128Column wide:
                for (int row = 0; row < lows.Length; row++)
                    (lows[row], highs[row]) = Hash128.Wide((UInt128)wide[row]);
                break;
            case TextColumn { Pool: { } pool } pooled:
                if (pools.GetValue(pool, texts => new PoolDigests(texts)).TryGive(pooled, lows, highs) is { } broken)
                    throw Refusal(batch, index, broken);
                break;
            case TextColumn text:
                Digest(batch, index, text, lows, highs);
                break;
        }
    }

    // The characters of all cells are looked at together; only where one is half a pair, each text is looked at alone.
    private void Digest(RowBatch batch, int index, TextColumn text, Span<ulong> lows, Span<ulong> highs)
    {
        bool isSuspect = text.Characters.ContainsAnyInRange('\uD800', '\uDFFF');
        for (int row = 0; row < lows.Length; row++)
        {
            if (text.States[row] != CellState.Value)
                continue;
            ReadOnlySpan<char> cell = text[row];
            if (isSuspect && !UnicodeText.IsWellFormed(cell))
                throw Refusal(batch, index, row);
            (lows[row], highs[row]) = Hash128.Text(cell);
        }
    }

    private static void SetNulls(ReadOnlySpan<CellState> states, Span<ulong> lows, Span<ulong> highs)
    {
        if (!states.ContainsAnyExcept(CellState.Value))
            return;
        Hash128 none = Hash128.Null;
        for (int row = 0; row < states.Length; row++)
        {
            bool isValue = states[row] == CellState.Value;
            lows[row] = isValue ? lows[row] : none.Low;
            highs[row] = isValue ? highs[row] : none.High;
        }
    }

    private GenerationException Refusal(RowBatch batch, int index, int row) => new(OutputDiagnostics.UnpairedSurrogate.At(
        null, batch.Table, columns[index].Name, batch.FirstRowIndex + row + 1));

    private static string TypeOf(ColumnType type) => (type.Kind == ColumnKind.Decimal ? ColumnType.Decimal(type.Scale) : type).ToString();

    /// <summary>The digests of a pool's texts.</summary>
    private sealed class PoolDigests(TextPool pool)
    {
        private readonly Hash128[] digests = [.. pool.Texts.Select(text => Hash128.Text(text))];
        private readonly bool[] isBroken = [.. pool.Texts.Select(text => !UnicodeText.IsWellFormed(text))];
        private readonly bool isAnyBroken = pool.Texts.Any(text => !UnicodeText.IsWellFormed(text));

        /// <summary>Gives the digest of each cell that is a value; the first row whose text is not Unicode, if there is one.</summary>
        public int? TryGive(TextColumn cells, Span<ulong> lows, Span<ulong> highs)
        {
            ReadOnlySpan<int> codes = cells.Codes;
            for (int row = 0; row < lows.Length; row++)
            {
                int code = cells.IsNull(row) ? 0 : codes[row];
                if (isAnyBroken && isBroken[code] && !cells.IsNull(row))
                    return row;
                (lows[row], highs[row]) = digests[code];
            }

            return null;
        }
    }
}
