using SynthData.Batches;
using SynthData.Expressions.Objects;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Writes JSON of other cells.</summary>
/// <remarks>
/// <para>Drawn: nothing.</para>
/// <para>Nulls: none; a null it reads is a null in the JSON.</para>
/// <para>Errors: where an expression in it fails.</para>
/// </remarks>
internal sealed class ObjectFiller(BoundObject json) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target) => json.EvaluateInto(frame, (TextColumn)target);
}
