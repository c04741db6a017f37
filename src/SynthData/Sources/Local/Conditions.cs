using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Evaluates conditions over a frame.</summary>
internal static class Conditions
{
    /// <summary>Gives 1 or 0 a row with its state; null without a condition.</summary>
    public static Int64Column? Evaluate(BoundExpression? condition, Frame frame)
    {
        if (condition is null)
            return null;
        var holds = new Int64Column();
        condition.EvaluateInto(frame, holds, ColumnType.Bool);
        return holds;
    }
}
