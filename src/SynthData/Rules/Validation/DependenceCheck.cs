using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that equal values of some columns mean equal values of another.</summary>
internal sealed class DependenceCheck(CheckContext context, DependsCheck rule) : IRowsCheck
{
    private readonly Dictionary<UInt128, (UInt128 Value, long Row)> seen = [];

    public void Check(Frame frame)
    {
        Column determined = frame[rule.Determined];
        for (int row = 0; row < frame.Count; row++)
        {
            if (determined.States[row] == CellState.Error || CellHash.Of(frame, rule.By, row, out UInt128 by) != CellState.Value)
                continue;
            UInt128 value = CellHash.OfAll([determined], row);
            if (!seen.TryAdd(by, (value, frame.Rows[row])) && seen[by].Value != value)
                Tell(seen[by].Row, frame.Rows[row]);
        }
    }

    private void Tell(long first, long row) => context.Add(DataDiagnostics.Undetermined, rule.Name + rule.Determined, rule.Position, () =>
        [context.Places.Of(first), context.Places.After(first, row), context.Names(rule.By), context.Names([rule.Determined]), rule.Name, context.Table.Name]);
}
