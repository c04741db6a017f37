using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Computes cells from other cells.</summary>
internal sealed class ExpressionFiller(BoundExpression expression, ColumnType type) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target) => expression.EvaluateInto(frame, target, type);
}
