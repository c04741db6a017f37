using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules;

/// <summary>Checks a row rule over a frame: it fails only when FALSE, or when it cannot be computed.</summary>
internal static class RowRule
{
    public static RuleVerdicts Check(RowRulePlan rule, Frame frame)
    {
        var holds = new Int64Column();
        rule.Check.EvaluateInto(frame, holds, ColumnType.Bool);
        return new RuleVerdicts(holds);
    }
}

/// <summary>A rule's verdict on each row of a frame.</summary>
internal readonly struct RuleVerdicts(Int64Column holds)
{
    public bool IsBroken(int row) => holds.States[row] switch
    {
        CellState.Value => holds[row] == 0,
        CellState.Error => true,
        _ => false,
    };
}
