using SynthData.Batches;
using SynthData.Expressions.Templates;
using SynthData.Planning;

namespace SynthData.Sources.Local;

/// <summary>Writes texts from other cells.</summary>
internal sealed class TemplateFiller(BoundTemplate template) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target) => template.EvaluateInto(frame, (TextColumn)target);
}
