using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics.CheckDigits;
using SynthData.Planning;
using SynthData.Schema;

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
                CellState.Value when !Matches(texts[row]) => MisfitKind.Other,
                _ => MisfitKind.None,
            };
            found[row] = new Misfit(kind, this);
        }
    }

    // The pattern has 0 in the places of the check digit.
    private bool Matches(ReadOnlySpan<char> text)
    {
        if (source.CheckDigit is not { } kind)
            return source.Pattern.Matches(text);
        if (!CheckedText.IsRight(kind, text))
            return false;
        char[] zeroed = text.ToArray();
        if (kind == CheckDigitKind.Iban)
            zeroed.AsSpan(2, 2).Fill('0');
        else
            zeroed[^1] = '0';
        return source.Pattern.Matches(zeroed);
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind) =>
        context.AddCell(DataDiagnostics.PatternUnmatched, cell, frame, row, () => [source.CheckDigit is { } kind ? $"{source.Text} with the check digit of {kind.ToString().ToLowerInvariant()}" : source.Text]);
}
