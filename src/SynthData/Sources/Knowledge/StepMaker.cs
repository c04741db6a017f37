using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Knowledge;

namespace SynthData.Sources.Knowledge;

/// <summary>Makes steps of the parts of a text, and notes where it chooses.</summary>
/// <param name="sites">Receives the places directly in the text; null where there are to be none.</param>
/// <param name="name">Names the words of its choices: the text as written.</param>
internal sealed class StepMaker(ListShelf lists, ImmutableArray<DrawSite>.Builder? sites, string name)
{
    private uint word = ListShelf.WordOf(name);

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
                return new NumberStep(number.Low, count, number.Decimals, Note(noted, null, 1, count), word++);
            case ChoicePart choice:
                return new ChoiceStep([.. choice.Options.Select(option => Make(option, null))], Note(noted, null, 1, choice.Options.Length), word++);
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

    // Lists draw once for each number, however often a text mentions them.
    private static int Note(ImmutableArray<DrawSite>.Builder? noted, ListSpace? list, int number, int size)
    {
        if (noted is null || size <= 1 || (list is not null && noted.Any(site => site.List == list && site.Number == number)))
            return EntrySpace.NoSite;
        noted.Add(new DrawSite(list, number, size));
        return noted.Count - 1;
    }
}
