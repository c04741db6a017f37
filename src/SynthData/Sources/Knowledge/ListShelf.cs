using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>The lists of a plan, made ready when a text first names them.</summary>
internal sealed class ListShelf(KnowledgePlan plan)
{
    private readonly Dictionary<string, ListSpace> spaces = new(StringComparer.Ordinal);
    private uint words = 16;                                    // those before serve the pools

    public KnowledgePlan Plan => plan;

    /// <summary>How many draws from lists there can be so far.</summary>
    public int Draws => spaces.Count * ListSpace.MostDraws;

    /// <summary>A word that no other place uses.</summary>
    public uint NextWord() => words++;

    public ListSpace this[string name]
    {
        get
        {
            if (spaces.TryGetValue(name, out ListSpace? known))
                return known;
            KnowledgeList list = plan.Lists[name];
            var space = new ListSpace(list, plan, Draws, words);
            words += ListSpace.Words;
            spaces[name] = space;
            space.Items = [.. list.Items.Select(Ready)];
            return space;
        }
    }

    /// <summary>The columns of the row that texts and the lists they lead to write out.</summary>
    public IEnumerable<string> ColumnsOf(ImmutableArray<KnowledgeText> texts) => KnowledgeNames.Reached(texts, plan.Lists)
        .SelectMany(list => list.Items).SelectMany(item => item.Forms.Values.Prepend(item.Text)).Concat(texts)
        .SelectMany(text => text.All).OfType<ColumnPart>().Select(part => part.Column).Distinct(StringComparer.Ordinal);

    // Places inside items are no digits of an entry's variants.
    private ItemSteps Ready(ListItem item)
    {
        var steps = new StepMaker(this, sites: null);
        return new ItemSteps(
            steps.Make(item.Text.Parts), item.Tag,
            item.Forms.ToImmutableDictionary(form => form.Key, form => steps.Make(form.Value.Parts), StringComparer.Ordinal));
    }
}
