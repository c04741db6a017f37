using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Rules.Validation;

/// <summary>Checks that no two rows agree in some columns; nulls agree with nothing, and a key has none.</summary>
/// <param name="why">What forbids it, such as <c>key (id)</c>.</param>
internal sealed class RepeatCheck(CheckContext context, ImmutableArray<int> slots, bool isKey, string why, SourcePosition? position) : IRowsCheck
{
    private readonly Dictionary<UInt128, long> seen = [];

    public void Check(Frame frame)
    {
        for (int row = 0; row < frame.Count; row++)
        {
            CellState state = CellHash.Of(frame, slots, row, out UInt128 hash);
            if (state == CellState.Null && isKey)
                TellNull(frame.Rows[row]);
            else if (state == CellState.Value && !seen.TryAdd(hash, frame.Rows[row]))
                TellRepeated(seen[hash], frame.Rows[row]);
        }
    }

    private void TellNull(long row) =>
        context.Add(DataDiagnostics.KeyIsNull, why, position, () => [context.Places.Of(row), context.Names(slots), context.Table.Name]);

    private void TellRepeated(long first, long row) => context.Add(
        DataDiagnostics.Repeated, why, position, () => [context.Places.Of(first), context.Places.After(first, row), context.Names(slots), context.Table.Name, why]);
}
