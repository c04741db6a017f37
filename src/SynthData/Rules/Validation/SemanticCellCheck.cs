using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks texts by the form and the check digits of the standard that their semantic type follows.</summary>
internal sealed class SemanticCellCheck(SemanticForm form) : SourceCheck
{
    /// <summary>Makes the check of a column, or gives null where a locale it may have says nothing of the form.</summary>
    public static SemanticCellCheck? For(SemanticCells source)
    {
        SemanticForm?[] forms = [.. source.Locales.Tags.Distinct(StringComparer.Ordinal).Select(locale => SemanticForm.Of(source.Type, locale)).Distinct()];
        if (Array.IndexOf(forms, null) >= 0)
            return null;
        return new SemanticCellCheck(forms is [{ } only] ? only : AnyOf(forms));
    }

    private static SemanticForm AnyOf(SemanticForm?[] forms) => new(string.Join(" or ", forms.Select(form => form!.Name)), text =>
    {
        foreach (SemanticForm? form in forms)
        {
            if (form!.Holds(text))
                return true;
        }

        return false;
    });

    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        var texts = (TextColumn)cells;
        for (int row = 0; row < found.Length; row++)
        {
            MisfitKind kind = cells.States[row] switch
            {
                CellState.Null => MisfitKind.Null,
                CellState.Value when !form.Matches(texts[row]) => MisfitKind.Other,
                _ => MisfitKind.None,
            };
            found[row] = new Misfit(kind, this);
        }
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind) =>
        context.AddCell(DataDiagnostics.StandardBroken, cell, frame, row, () => [form.Name]);
}
