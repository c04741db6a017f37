using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules;

/// <summary>Verifies the share of rows for which a condition is TRUE.</summary>
internal sealed class ShareVerifier(TablePlan table, ShareCheck rule) : ITableVerifier
{
    private long holding;

    public void Add(Frame frame, Func<int, int, Column> keys)
    {
        var holds = new Int64Column();
        rule.Condition.EvaluateInto(frame, holds, ColumnType.Bool);
        for (int row = 0; row < frame.Count; row++)
            holding += holds.States[row] == CellState.Value && holds[row] != 0 ? 1 : 0;
    }

    public void Close(long rows)
    {
        if (rows == 0)
            return;
        decimal share = (decimal)holding / rows;
        if (Math.Abs(share - rule.Is) > rule.Within)
            throw new GenerationException(RuleDiagnostics.ShareMissed.At(rule.Position, table.Name, holding, rows, share, rule.Name, rule.Is, rule.Within));
    }
}
