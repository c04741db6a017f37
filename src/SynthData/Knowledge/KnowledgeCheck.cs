using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Knowledge;

/// <summary>Checks what a file says against itself: lists that are there, no circles, forms and tags that every item has, sizes.</summary>
internal sealed class KnowledgeCheck(KnowledgeFile file, SchemaReading reading)
{
    private readonly Dictionary<string, long> lengths = new(StringComparer.Ordinal);

    public static void Check(KnowledgeFile file, SchemaReading reading)
    {
        var check = new KnowledgeCheck(file, reading);
        foreach (KnowledgeList list in file.Lists.Values)
            check.Circle(list);
        foreach (KnowledgeText text in check.Texts())
            check.Mentions(text);
        if (reading.Reported == 0)
        {
            foreach (KnowledgeText text in check.Texts())
                check.Size(text);
        }

        check.Pools();
    }

    private IEnumerable<KnowledgeText> Texts() =>
        file.Columns.SelectMany(column => column.Pools).SelectMany(pool => pool.Entries).SelectMany(entry => entry.Texts)
            .Concat(file.Lists.Values.SelectMany(list => list.Items).SelectMany(TextsOf));

    private static IEnumerable<KnowledgeText> TextsOf(ListItem item) => item.Forms.Values.Prepend(item.Text);

    private void Mentions(KnowledgeText text)
    {
        foreach (TextPart part in text.All)
        {
            if (NameOf(part) is not { } name)
                continue;
            if (!file.Lists.TryGetValue(name, out KnowledgeList? list))
                reading.Report(KnowledgeDiagnostics.UnknownList, part.Position, name, Suggestion.For(name, file.Lists.Keys));
            else if (part is ListPart { Form: { } form } && list.Items.FirstOrDefault(item => !item.Forms.ContainsKey(form)) is { } formless)
                reading.Report(KnowledgeDiagnostics.NoForm, part.Position, name, formless.Text.Written, form);
            else if (part is TagPart tag && !tag.Variants.HasOtherwise && list.Items.FirstOrDefault(item => item.Tag is null || !tag.Variants.Values.Contains(item.Tag)) is { } other)
                reading.Report(KnowledgeDiagnostics.VariantMissing, part.Position, $"item '{other.Text.Written}' of list '{name}'", other.Tag ?? "no tag", string.Join(", ", tag.Variants.Values));
        }
    }

    private static string? NameOf(TextPart part) => part switch { ListPart list => list.List, TagPart tag => tag.List, _ => null };

    private void Circle(KnowledgeList start)
    {
        var path = new List<string>();
        if (Leads(start.Name, start.Name, path, []) && string.CompareOrdinal(path.Min(StringComparer.Ordinal), start.Name) >= 0)
            reading.Report(KnowledgeDiagnostics.ListCircle, start.Position, start.Name, string.Join(" → ", path.Prepend(start.Name)));
    }

    private bool Leads(string from, string to, List<string> path, HashSet<string> seen)
    {
        if (!file.Lists.TryGetValue(from, out KnowledgeList? list) || !seen.Add(from))
            return false;
        foreach (string next in list.Items.SelectMany(TextsOf).SelectMany(text => text.All).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            path.Add(next);
            if (next == to || Leads(next, to, path, seen))
                return true;
            path.RemoveAt(path.Count - 1);
        }

        return false;
    }

    private void Size(KnowledgeText text)
    {
        long longest = Longest(text.Parts);
        if (longest > KnowledgeLimits.MaxExpanded)
            reading.Report(KnowledgeDiagnostics.ExpandsTooFar, text.Position, longest, KnowledgeLimits.MaxExpanded);
    }

    private long Longest(ImmutableArray<TextPart> parts) => Math.Min(parts.Sum(part => part switch
    {
        LiteralPart literal => literal.Text.Length,
        NumberPart => 12,
        ChoicePart choice => choice.Options.Max(Longest),
        VariantPart variant => variant.Texts.Max(Longest),
        TagPart tag => tag.Variants.Texts.Max(Longest),
        ListPart list => LongestOf(list.List),
        _ => 0,
    }), int.MaxValue);

    private long LongestOf(string name)
    {
        if (lengths.TryGetValue(name, out long known))
            return known;
        return lengths[name] = file.Lists[name].Items.SelectMany(TextsOf).Max(text => Longest(text.Parts));
    }

    private static string KindOf(KnowledgePool pool) => pool.Draw is null ? "'entries'" : "ranges or values";

    private void Pools()
    {
        int entries = file.Columns.Sum(column => column.Pools.Where(pool => pool.File is null).Sum(pool => pool.Entries.Length));
        if (entries > KnowledgeLimits.MaxEntries)
            reading.Report(KnowledgeDiagnostics.TooManyEntries, file.Columns.MaxBy(column => column.Pools.Sum(pool => pool.Entries.Length))!.Position, entries, KnowledgeLimits.MaxEntries);
        foreach (KnowledgeColumn column in file.Columns)
        {
            foreach (KnowledgePool twin in column.Pools.GroupBy(pool => pool.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
                reading.Report(KnowledgeDiagnostics.PoolTwice, twin.Position, column.Key, twin.Name.Length == 0 ? "no condition" : twin.Name);
            if (column.Pools.FirstOrDefault(pool => (pool.Draw is null) != (column.Pools[0].Draw is null)) is { } other)
                reading.Report(KnowledgeDiagnostics.MixedPools, other.Position, column.Key, KindOf(column.Pools[0]), KindOf(other));
        }

        foreach (IGrouping<(string? Table, string Name), KnowledgeColumn> twice in file.Columns
            .SelectMany(column => column.Names.Select(name => (Column: column, Name: name))).GroupBy(one => (one.Column.Table, one.Name), one => one.Column).Where(group => group.Count() > 1))
            reading.Report(KnowledgeDiagnostics.ColumnTwice, twice.Last().Position, twice.Key.Name);
    }
}
