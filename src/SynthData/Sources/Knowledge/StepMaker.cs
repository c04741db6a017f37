using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Knowledge;

namespace SynthData.Sources.Knowledge;

/// <summary>Makes steps of the parts of a text, and notes where it chooses.</summary>
/// <param name="sites">Receives the places directly in the text; null where there are to be none.</param>
internal sealed class StepMaker(ListShelf lists, ImmutableArray<DrawSite>.Builder? sites)
{
    public ImmutableArray<TextStep> Make(ImmutableArray<TextPart> parts) => Make(parts, sites);

    private ImmutableArray<TextStep> Make(ImmutableArray<TextPart> parts, ImmutableArray<DrawSite>.Builder? noted) => [.. parts.Select(part => Make(part, noted))];

    private TextStep Make(TextPart part, ImmutableArray<DrawSite>.Builder? noted)
    {
        switch (part)
        {
            case LiteralPart literal:
                return new LiteralStep(literal.Text);
            case ColumnPart column:
                return new ColumnStep(ColumnOf(column.Column));
            case ListPart list:
                Note(noted, lists[list.List], list.Number, lists[list.List].Size);
                return new ListStep(lists[list.List], list.Number, list.Form);
            case TagPart tag:
                Note(noted, lists[tag.List], tag.Number, lists[tag.List].Size);
                return new TagStep(lists[tag.List], tag.Number, Cases(tag.Variants), Otherwise(tag.Variants));
            case NumberPart number:
                int count = (int)Math.Min(number.Count, int.MaxValue);
                var step = new NumberStep(number.Low, count, number.Decimals, lists.NextWord());
                Note(noted, step, 1, count);
                return step;
            case ChoicePart choice:
                var chosen = new ChoiceStep([.. choice.Options.Select(option => Make(option, null))], lists.NextWord());
                Note(noted, chosen, 1, choice.Options.Length);
                return chosen;
            case VariantPart variant:
                return new VariantStep(ColumnOf(variant.Column), Cases(variant.Variants), Otherwise(variant.Variants));
            default:
                throw new InvalidOperationException($"Part {part.GetType().Name} has no step.");
        }
    }

    private ScopeColumn ColumnOf(string name) => lists.Plan.Columns[name];

    // The first of several cases of one value counts.
    private ImmutableDictionary<string, ImmutableArray<TextStep>> Cases(VariantTexts variants) => variants.Values
        .Select((value, place) => (value, place)).DistinctBy(one => one.value, StringComparer.Ordinal)
        .ToImmutableDictionary(one => one.value, one => Make(variants.Cases[one.place], null), StringComparer.Ordinal);

    private ImmutableArray<TextStep> Otherwise(VariantTexts variants) => variants.HasOtherwise ? Make(variants.Otherwise, null) : [];

    private static void Note(ImmutableArray<DrawSite>.Builder? noted, object owner, int number, int size)
    {
        if (noted is not null && size > 1 && !noted.Any(site => ReferenceEquals(site.Owner, owner) && site.Number == number))
            noted.Add(new DrawSite(owner, number, size));
    }
}
