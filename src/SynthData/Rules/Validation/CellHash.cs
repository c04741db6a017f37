using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Rules.Validation;

/// <summary>The values of some cells of a row as 128 bits: equal for equal values, and in practice for no others.</summary>
/// <remarks>So a set of keys takes 16 bytes a row, whatever the keys are.</remarks>
internal static class CellHash
{
    private static readonly UInt128 NullHash = Hash128.Null.ToUInt128();

    /// <summary>Hashes cells; the state is the gravest of theirs, and the hash means something only where all are values.</summary>
    public static CellState Of(Frame frame, ImmutableArray<int> slots, int row, out UInt128 hash)
    {
        CellState gravest = CellState.Value;
        Hash128 all = default;
        for (int index = 0; index < slots.Length; index++)
        {
            Column column = frame[slots[index]];
            gravest = (CellState)Math.Max((byte)gravest, (byte)column.States[row]);
            if (gravest == CellState.Value)
                all = slots.Length == 1 ? Payload(column, row) : Hash128.Cell((ulong)index, all, Payload(column, row));
        }

        hash = all.ToUInt128();
        return gravest;
    }

    /// <summary>Hashes cells of which some may be null; null equals null.</summary>
    public static UInt128 OfAll(ReadOnlySpan<Column> columns, int row)
    {
        if (columns.Length == 1)
            return columns[0].IsNull(row) ? NullHash : Payload(columns[0], row).ToUInt128();
        Hash128 all = default;
        for (int index = 0; index < columns.Length; index++)
            all = Hash128.Cell((ulong)index, all, columns[index].IsNull(row) ? Hash128.Null : Payload(columns[index], row));
        return all.ToUInt128();
    }

    private static Hash128 Payload(Column column, int row) => column switch
    {
        Int64Column whole => Hash128.Word((ulong)whole[row]),
        DoubleColumn real => Hash128.Word(BitConverter.DoubleToUInt64Bits(real[row] + 0.0)),        // -0 is 0
        Int128Column wide => Hash128.Wide((UInt128)wide[row]),
        _ => Hash128.Text(((TextColumn)column)[row]),
    };
}
