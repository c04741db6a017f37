using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Checks knowledge against the table it is about: values that are there, variants for all of them, texts that fit their column.</summary>
internal sealed class KnowledgeFit(PlanDraft plan, TableDraft table, ImmutableSortedDictionary<string, ScopeColumn> columns)
{
    private const long MaxCombinations = 1_000_000;

    /// <summary>Tells of columns that are known about and that no table asks for.</summary>
    public static void CheckColumns(PlanDraft plan)
    {
        foreach (KnowledgeColumn known in plan.Request.Knowledge?.Columns ?? [])
        {
            TableDraft? table = plan.Find(known.Table!);
            foreach (string name in known.Names)
            {
                string? why = table is null ? $"there is no table '{known.Table}'{Suggestion.For(known.Table!, plan.Tables.Select(one => one.Name))}"
                    : table.Find(name) is not { Column: { } column } ? $"table '{known.Table}' has no column '{name}'{Suggestion.For(name, table.Names)}"
                    : column.Source is not (PromptSource or null) ? $"'{known.Table}.{name}' is no prompt column" : null;
                if (why is not null)
                    plan.Bag.Add(KnowledgeDiagnostics.UnknownColumn, known.Position, known.Key, why);
            }
        }
    }

    /// <summary>Checks the values that conditions and odds name. A pack speaks of values that a table need not have.</summary>
    public void CheckValues(KnowledgeColumn known, bool isPack)
    {
        var told = new KnowledgePlan { Stream = "", Names = [], Pools = known.Pools, Lists = ImmutableSortedDictionary<string, KnowledgeList>.Empty, Columns = columns, IsUnique = [], Lengths = [] };
        long combinations = told.PoolValues.Aggregate(1L, (count, one) => Math.Min(count * (one.Values.Length + 1), long.MaxValue / 1000));
        if (combinations > MaxCombinations)
            plan.Bag.Add(KnowledgeDiagnostics.TooManyConditions, known.Position, known.Key, combinations, MaxCombinations);
        if (isPack)
            return;
        foreach (PoolCondition condition in known.Pools.SelectMany(pool => pool.When))
            CheckValues(known.Key, condition.Column.Text, condition.Values);
        foreach (EntryOdds odds in known.Pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Odds))
            CheckValues(known.Key, odds.Column.Text, odds.Factors.Select(factor => factor.Value));
    }

    /// <summary>Checks the texts of one column of a group, and all that they lead to.</summary>
    public void CheckTexts(KnowledgeColumn known, ImmutableSortedDictionary<string, KnowledgeList> lists, int place, ColumnSchema column, string name)
    {
        ImmutableArray<KnowledgeText> texts = [.. known.Pools.SelectMany(pool => pool.Entries).Select(entry => entry.Texts[place])];
        ImmutableArray<KnowledgeList> reached = [.. KnowledgeNames.Reached(texts, lists)];
        ImmutableArray<KnowledgeText> all = [.. texts, .. reached.SelectMany(list => list.Items).SelectMany(item => item.Forms.Values.Prepend(item.Text))];
        foreach (VariantPart variant in all.SelectMany(text => text.All).OfType<VariantPart>())
            CheckVariant(variant);
        foreach (KnowledgeList list in reached)
        {
            if (new KnowledgeCover(table, columns).WhyNot([.. list.Items.Select(item => item.When)]) is { } why)
                plan.Bag.Add(KnowledgeDiagnostics.ListUncovered, list.Position, list.Name, name, why);
        }

        if (column.IsUnique && KnowledgeNames.In(all).FirstOrDefault() is { } read)
            plan.Bag.Add(KnowledgeDiagnostics.UniqueNamesColumn, read.Position, name, read.Text);
        if (column.Length is { } length)
            CheckLengths(texts, new TextLengths(lists), length, name);
        foreach (KnowledgePool pool in known.Pools)
            CheckNulls(pool, lists, place, name);
    }

    /// <summary>The lists that texts of a column lead to, their conditions spelled as cells print them.</summary>
    public ImmutableSortedDictionary<string, KnowledgeList> SpellLists(KnowledgeColumn known, ImmutableSortedDictionary<string, KnowledgeList> lists)
    {
        var spelling = new KnowledgeSpelling(plan.Bag, known, columns);
        IEnumerable<KnowledgeText> texts = known.Pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Texts);
        return KnowledgeNames.Reached(texts, lists).ToImmutableSortedDictionary(list => list.Name, spelling.Spell, StringComparer.Ordinal);
    }

    /// <summary>Adds which combinations of values can happen, where a unique column needs to know and all values are.</summary>
    public KnowledgePlan WithCombinations(KnowledgePlan known)
    {
        if (!known.IsUnique.Contains(true))
            return known;
        ImmutableArray<(string Column, ImmutableArray<string> Values)> told = known.AllValues;
        ImmutableArray<int> slots = [.. told.Select(one => columns[one.Column].Slot)];
        ImmutableArray<string>?[] domains = [.. slots.Select(slot => ClosedDomain.Of(table, slot))];
        if (domains.Any(domain => domain is null))
            return known;
        IEnumerable<ImmutableArray<string?>> combinations = ClosedDomain.Combinations(table, slots, [.. domains.Select(domain => domain!.Value)])
            .Select(values => values.Select((value, place) => told[place].Values.Contains(value) ? value : null).ToImmutableArray());
        return known with { Combinations = [.. combinations.DistinctBy(values => string.Join('\u001f', values.Select(value => value ?? "\0")))] };
    }

    private void CheckValues(string key, string column, IEnumerable<SchemaScalar> values)
    {
        if (ClosedDomain.Of(table, columns[column].Slot) is not { } domain)
            return;
        foreach (SchemaScalar value in values.Where(value => !domain.Contains(value.Text)))
            plan.Bag.Add(KnowledgeDiagnostics.UnknownCategory, value.Position, key, value.Text, column, string.Join(", ", domain));
    }

    private void CheckVariant(VariantPart variant)
    {
        if (variant.Variants.HasOtherwise)
            return;
        ImmutableArray<string>? domain = ClosedDomain.Of(table, columns[variant.Column].Slot);
        if (domain is null)
            plan.Bag.Add(KnowledgeDiagnostics.VariantOpen, variant.Position, variant.Column, "other values, or none");
        else if (domain.Value.FirstOrDefault(value => !variant.Variants.Values.Contains(value)) is { } missing)
            plan.Bag.Add(KnowledgeDiagnostics.VariantOpen, variant.Position, variant.Column, $"'{missing}'");
    }

    private void CheckLengths(ImmutableArray<KnowledgeText> texts, TextLengths lengths, LengthRange length, string name)
    {
        foreach (KnowledgeText text in texts)
        {
            (long least, long most) = lengths.Of(text.Parts);
            if (least > length.High || most < length.Low)
                plan.Bag.Add(KnowledgeDiagnostics.LengthNeverFits, text.Position, least > length.High ? $"{least} or more" : $"at most {most}", name, length.Low, length.High);
        }
    }

    private void CheckNulls(KnowledgePool pool, ImmutableSortedDictionary<string, KnowledgeList> lists, int place, string name)
    {
        if (pool.Entries.IsEmpty)
            return;
        HashSet<string>? common = null;
        foreach (KnowledgeEntry entry in pool.Entries)
        {
            IEnumerable<KnowledgeText> texts = KnowledgeNames.Reached([entry.Texts[place]], lists).SelectMany(list => list.Items).Select(item => item.Text).Prepend(entry.Texts[place]);
            HashSet<string> nullable = [.. texts.SelectMany(text => text.All).OfType<ColumnPart>().Select(part => part.Column).Where(MayBeNull)];
            common = common is null ? nullable : [.. common.Intersect(nullable)];
        }

        if (common?.FirstOrDefault() is { } read)
            plan.Bag.Add(KnowledgeDiagnostics.NullInText, pool.Position, name, read);
    }

    private bool MayBeNull(string column) => MayBeNull(table, columns[column].Slot);

    private static bool MayBeNull(TableDraft table, int slot)
    {
        CellDraft cell = table.Cells[slot];
        if (cell.When is not null || cell.Nulls is not null || cell.Column is { When: not null } or { Nulls: not null })
            return true;
        return cell.Source is LookupCells lookup
            && (MayBeNull(table, lookup.RowSlot) || MayBeNull(table.Plan.Tables[lookup.ParentTable], lookup.ParentSlot)
                || table.References.Any(reference => reference.RowSlot == lookup.RowSlot && (reference.Column.When is not null || reference.Column.Nulls is not null)));
    }
}
