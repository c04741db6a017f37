using SynthData.Batches;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules;

/// <summary>Checks a row rule over a frame: it fails only when FALSE, or when it cannot be computed.</summary>
internal static class RowRule
{
    /// <summary>Gives the verdicts on a frame's rows, which may be disposed when they are read.</summary>
    public static RuleVerdicts Check(RowRulePlan rule, Frame frame)
    {
        Int64Column holds = frame.Scratch.TakeInt64(frame.Count);
        rule.Check.EvaluateInto(frame, holds, ColumnType.Bool);
        return new RuleVerdicts(holds, frame.Scratch);
    }
}

/// <summary>A rule's verdict on each row of a frame.</summary>
internal readonly struct RuleVerdicts(Int64Column holds, ColumnShelf shelf) : IDisposable
{
    public bool IsAnyBroken
    {
        get
        {
            if (!holds.States.ContainsAnyExcept(CellState.Value))
                return holds.Cells.Contains(0);
            for (int row = 0; row < holds.Count; row++)
            {
                if (IsBroken(row))
                    return true;
            }

            return false;
        }
    }

    public bool IsBroken(int row) => holds.States[row] switch
    {
        CellState.Value => holds[row] == 0,
        CellState.Error => true,
        _ => false,
    };

    public void Dispose() => shelf.Return(holds);
}
