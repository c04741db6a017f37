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
        for (int index = 0; index < frame.Count; index++)
        {
            int row = index;
            CellState state = CellHash.Of(frame, slots, row, out UInt128 hash);
            if (state == CellState.Null && isKey)
                context.Add(DataDiagnostics.KeyIsNull, why, position, () => [context.Places.Of(frame.Rows[row]), context.Names(slots), context.Table.Name]);
            else if (state == CellState.Value && !seen.TryAdd(hash, frame.Rows[row]))
                context.Add(DataDiagnostics.Repeated, why, position, () => [context.Places.Of(seen[hash]), context.Places.After(seen[hash], frame.Rows[row]), context.Names(slots), context.Table.Name, why]);
        }
    }
}
