using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks that whole texts are of a pattern.</summary>
internal sealed class PatternCheck(PatternCells source) : SourceCheck
{
    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        var texts = (TextColumn)cells;
        for (int row = 0; row < found.Length; row++)
        {
            MisfitKind kind = cells.States[row] switch
            {
                CellState.Null => MisfitKind.Null,
                CellState.Value when !source.Pattern.Matches(texts[row]) => MisfitKind.Other,
                _ => MisfitKind.None,
            };
            found[row] = new Misfit(kind, this);
        }
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind) =>
        context.AddCell(DataDiagnostics.PatternUnmatched, cell, frame, row, () => [source.Text]);
}
