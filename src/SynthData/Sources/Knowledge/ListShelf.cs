using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>The lists of a plan, made ready when a text first names them.</summary>
internal sealed class ListShelf(KnowledgePlan plan)
{
    private readonly Dictionary<string, ListSpace> spaces = new(StringComparer.Ordinal);

    public KnowledgePlan Plan => plan;

    /// <summary>How many draws from lists there can be so far.</summary>
    public int Draws => spaces.Count * ListSpace.MostDraws;

    /// <summary>The first of the words of a list or text, from its name: what else the file holds moves no draw of it.</summary>
    public static uint WordOf(string name) => (uint)Hash128.Text(name).Low;

    public ListSpace this[string name]
    {
        get
        {
            if (spaces.TryGetValue(name, out ListSpace? known))
                return known;
            KnowledgeList list = plan.Lists[name];
            var space = new ListSpace(list, plan, Draws, WordOf($"list:{name}"));
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
        return new ItemSteps(
            Steps(item.Text), item.Tag, item.Forms.ToImmutableDictionary(form => form.Key, form => Steps(form.Value), StringComparer.Ordinal));

        ImmutableArray<TextStep> Steps(KnowledgeText text) => new StepMaker(this, sites: null, text.Written).Make(text.Parts);
    }
}
