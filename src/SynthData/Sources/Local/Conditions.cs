using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Evaluates conditions over a frame.</summary>
internal static class Conditions
{
    /// <summary>Gives 1 or 0 a row with its state; null without a condition. A column of the frame's scratch, to be returned there.</summary>
    public static Int64Column? Evaluate(BoundExpression? condition, Frame frame)
    {
        if (condition is null)
            return null;
        Int64Column holds = frame.Scratch.TakeInt64(frame.Count);
        condition.EvaluateInto(frame, holds, ColumnType.Bool);
        return holds;
    }
}
