using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Knowledge;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>The items of a list, from which a text draws once for each number it mentions. Thread-safe.</summary>
internal sealed class ListSpace
{
    /// <summary>The most draws from one list in one entry.</summary>
    public const int MostDraws = 9;

    private const int MostDirect = 1 << 12;

    private readonly KnowledgeList list;
    private readonly ImmutableArray<(string Column, ImmutableArray<string> Values)> told;
    private readonly ValueOrdinals? conditions;
    private readonly ListCase?[] cases;
    private readonly ConcurrentDictionary<int, ListCase> others = new();
    private readonly int firstDraw;
    private readonly uint firstWord;

    /// <param name="firstDraw">The number of its first draw among those of all lists.</param>
    /// <param name="firstWord">The first of its words; it has two for each number.</param>
    public ListSpace(KnowledgeList list, KnowledgePlan plan, int firstDraw, uint firstWord)
    {
        this.list = list;
        this.firstDraw = firstDraw;
        this.firstWord = firstWord;
        told = KnowledgePlan.ItemValues(list);
        conditions = told.IsEmpty ? null : plan.Ordinals(told);
        cases = new ListCase?[Math.Min(conditions?.Count ?? 1, MostDirect)];
        Size = told is [var (column, values)]
            ? values.Max(value => list.Items.Count(item => item.When.IsEmpty || item.When.All(one => one.Column.Text == column && one.Values.Any(named => named.Text == value))))
            : list.Items.Length;
    }

    /// <summary>The most items that a row may choose from.</summary>
    public int Size { get; }

    /// <summary>Set once, when all lists that its items name are there.</summary>
    public ImmutableArray<ItemSteps> Items { get; set; } = [];

    /// <summary>The number of one of its draws among those of all lists.</summary>
    public int DrawOf(int number) => firstDraw + number - 1;

    /// <summary>The item a text draws; the same for the same number. Null where no item is for the row.</summary>
    public ItemSteps? Draw(ref TextExpansion text, int number)
    {
        ListCase here = Case(text.Frame, text.Row);
        if (here.Items.Length == 0)
            return null;
        if (number == 1)
            return Items[here.Items[Pick(ref text, here, 1)]];

        Span<int> taken = stackalloc int[MostDraws];
        for (int draw = 1; draw <= number; draw++)
        {
            int picked = Pick(ref text, here, draw);
            for (int step = 0; step < here.Items.Length && taken[..(draw - 1)].Contains(picked); step++)
                picked = (picked + 1) % here.Items.Length;
            taken[draw - 1] = picked;
        }

        return Items[here.Items[taken[number - 1]]];
    }

    private int Pick(ref TextExpansion text, ListCase here, int number)
    {
        uint word = firstWord + (uint)(2 * number);
        int digit = text.Choose(text.SiteOf(DrawOf(number)), here.Items.Length, word);
        return here.Shares is null ? digit : here.Shares.Find((digit + text.Uniform(word + 1)) / here.Items.Length);
    }

    private ListCase Case(Frame frame, int row)
    {
        int combination = conditions?.Find(frame, row) ?? 0;
        return combination < cases.Length ? cases[combination] ??= Make(combination) : others.GetOrAdd(combination, Make);
    }

    private ListCase Make(int combination)
    {
        string?[] values = conditions?.ValuesOf(combination) ?? [];
        string[] names = [.. told.Select(one => one.Column)];
        int[] items = [.. Enumerable.Range(0, list.Items.Length).Where(place => list.Items[place].When.All(one => KnowledgeCover.Holds(one, names, values)))];
        bool isEven = items.All(place => list.Items[place].Weight == list.Items[items[0]].Weight);
        return new ListCase(items, isEven ? null : new CumulativeTable([.. items.Select(place => (double)list.Items[place].Weight)], 0));
    }

    /// <param name="Items">Their places in the list.</param>
    /// <param name="Shares">Null where all are as likely.</param>
    private sealed record ListCase(int[] Items, CumulativeTable? Shares);
}

/// <summary>An item ready to be written, with its forms.</summary>
internal sealed record ItemSteps(ImmutableArray<TextStep> Text, string? Tag, ImmutableDictionary<string, ImmutableArray<TextStep>> Forms)
{
    public ImmutableArray<TextStep> Form(string? name) => name is null ? Text : Forms[name];
}
