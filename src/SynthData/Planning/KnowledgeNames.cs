using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Knowledge;

namespace SynthData.Planning;

/// <summary>Finds the columns of a row that conditions, odds and texts of knowledge name.</summary>
internal sealed class KnowledgeNames
{
    public KnowledgeNames(PlanDraft plan, TableDraft table, TakenKnowledge taken)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, ScopeColumn>(StringComparer.Ordinal);
        bool isWhole = true;
        foreach (KnowledgeName name in Mentioned(taken))
        {
            if (columns.ContainsKey(name.Text))
                continue;
            string own = taken.Renamed.GetValueOrDefault(name.Text, name.Text);
            string? wrong = table.Resolve(own.Split('.'), out ScopeColumn found);
            if (wrong is null)
                columns[name.Text] = found;
            else if (wrong.Length > 0)
                Missing ??= name with { Text = own };
            isWhole &= wrong is null;
        }

        Columns = isWhole ? columns.ToImmutable() : null;
    }

    /// <summary>By the name in the file; null where one is not there.</summary>
    public ImmutableSortedDictionary<string, ScopeColumn>? Columns { get; }

    /// <summary>A name that no row of the table has; null where all are there, or what is wrong was told.</summary>
    public KnowledgeName? Missing { get; }

    /// <summary>The lists that texts lead to, those inside lists among them.</summary>
    public static IEnumerable<KnowledgeList> Reached(IEnumerable<KnowledgeText> texts, IReadOnlyDictionary<string, KnowledgeList> lists)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<KnowledgeText>(texts);
        while (open.TryPop(out KnowledgeText? text))
        {
            foreach (string name in text.All.Select(part => part switch { ListPart list => list.List, TagPart tag => tag.List, _ => null }).OfType<string>())
            {
                if (!seen.Add(name) || !lists.TryGetValue(name, out KnowledgeList? list))
                    continue;
                yield return list;
                foreach (ListItem item in list.Items)
                {
                    open.Push(item.Text);
                    foreach (KnowledgeText form in item.Forms.Values)
                        open.Push(form);
                }
            }
        }
    }

    /// <summary>The names in texts and in the lists they lead to.</summary>
    public static IEnumerable<KnowledgeName> In(IEnumerable<KnowledgeText> texts) => texts.SelectMany(text => text.All).Select(part => part switch
    {
        ColumnPart column => new KnowledgeName(column.Column, column.Position),
        VariantPart variant => new KnowledgeName(variant.Column, variant.Position),
        _ => null,
    }).OfType<KnowledgeName>();

    private static IEnumerable<KnowledgeName> Mentioned(TakenKnowledge taken)
    {
        ImmutableArray<KnowledgeText> texts = [.. taken.Known.Pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Texts)];
        ImmutableArray<KnowledgeList> reached = [.. Reached(texts, taken.Lists)];
        IEnumerable<KnowledgeText> items = reached.SelectMany(list => list.Items).SelectMany(item => item.Forms.Values.Prepend(item.Text));
        return taken.Known.Given.Concat(In(texts)).Concat(reached.SelectMany(list => list.Items).SelectMany(item => item.When).Select(one => one.Column)).Concat(In(items));
    }
}
