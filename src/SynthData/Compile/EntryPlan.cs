using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>What a group is to have and what it has: pools with the entries that are kept, and the entries that are missing.</summary>
/// <param name="Known">What the file has of the group; null for nothing.</param>
/// <param name="Readings">How many ways an entry has to read, where its column is neither short nor unique.</param>
/// <param name="Pools">In the order in which they are asked for.</param>
internal sealed record EntryPlan(EntryGroup Group, string Fingerprint, KnowledgeColumn? Known, long Readings, ImmutableArray<PoolPlan> Pools)
{
    private const int ReadingsOfUnique = 500;
    private const int ShortLength = 25;
    private const int LeastOfShort = 2;

    /// <summary>A place for each entry, those that are kept among them, so that an entry keeps its place when others are written.</summary>
    public ImmutableArray<EntryPlace> Places { get; } =
        [.. Pools.SelectMany((pool, place) => Enumerable.Range(0, pool.Lacks(pool.Have) ? pool.Wish.Entries : pool.Have).Select(number => new EntryPlace(place, number, number < pool.Have)))];

    public int Missing => Places.Count(place => !place.IsKept);

    /// <summary>Whether a hand wrote the whole of it: then it is left alone.</summary>
    public bool IsByHand => Known is { Fingerprint: null };

    /// <summary>Whether it was compiled for prompts that have changed.</summary>
    public bool IsStale => Known?.Fingerprint is { } known && known != Fingerprint;

    /// <summary>How many ways an entry of a column has to read at least.</summary>
    public long LeastReadings(PromptColumn column)
    {
        long least = column.Length is { High: < ShortLength } ? LeastOfShort : Readings;
        return column.IsUnique ? Math.Max(least, (Group.Table.RowCount + Pools.Min(pool => pool.Wish.Entries) - 1) / Pools.Min(pool => pool.Wish.Entries)) : least;
    }

    /// <summary>Whether one answer says it of a whole pool: how a column that is no text is spread, or which short values there are.</summary>
    public bool IsSpread => IsSpreadOf(Group);

    /// <summary>Compares what is wanted with what a file has.</summary>
    public static EntryPlan Of(EntryGroup group, KnowledgeFile? file, long? distinct)
    {
        string fingerprint = Compile.Fingerprint.Of(group);
        KnowledgeColumn? known = file?.Columns.FirstOrDefault(column => column.Table == group.Table.Table && column.Names.SequenceEqual(group.Names));
        bool isSpread = IsSpreadOf(group);
        int entries = isSpread ? EntryCount.OfSpread : EntryCount.Of(group.Table.RowCount, distinct);
        IEnumerable<PoolWish> wishes = PoolPlanner.Plan(group, entries);
        if (isSpread)                                   // one answer says how all rows of a pool are spread
            wishes = wishes.Select(wish => wish with { Entries = 1 });
        else if (group.IsUnique)                        // every pool needs as many texts as there are rows
            wishes = wishes.Select(wish => wish with { Entries = (int)Math.Max(wish.Entries, (group.Table.RowCount + ReadingsOfUnique - 1) / ReadingsOfUnique) });
        bool isStale = known is not null && known.Fingerprint != fingerprint;
        long readings = EntryCount.ReadingsOf(EntryCount.Wanted(group.Table.RowCount, distinct), entries);
        return new EntryPlan(group, fingerprint, known, readings, [.. wishes.Where(wish => !IsCovered(wish, known) && !IsServed(wish, known, isStale)).Select(wish => isSpread
            ? new PoolPlan(wish, []) { IsDrawn = !isStale && known?.Pools.Any(pool => pool.Name == wish.Name) is true }
            : new PoolPlan(wish, Kept(wish, known, isStale)))]);
    }

    // What a hand changed stays whatever the prompt says now.
    public static bool IsKept(KnowledgeEntry entry, bool isStale) =>
        !isStale || entry.By == KnowledgeAuthor.Hand || entry.Id != EntryId.Of(entry.Texts.Select(text => text.Written));

    private static bool IsSpreadOf(EntryGroup group) => group.Columns is [var only] && (only.Type.Kind != ColumnKind.String || ShortAnswers.Are(only));

    private static ImmutableArray<KnowledgeEntry> Kept(PoolWish wish, KnowledgeColumn? known, bool isStale) =>
        [.. known?.Pools.Where(pool => pool.Name == wish.Name).SelectMany(pool => pool.Entries).Where(entry => IsKept(entry, isStale)) ?? []];

    // A pool by hand that is for more values than one serves as well.
    private static bool IsCovered(PoolWish wish, KnowledgeColumn? known) => known?.Pools.Any(pool =>
        pool.Name != wish.Name && pool.When.Length == wish.When.Length && pool.Entries.Any(entry => entry.By == KnowledgeAuthor.Hand)
        && pool.When.All(one => wish.When.Any(own => Holds(one, own)))) is true;

    // Shares move when a category comes or rows are added, and combinations cross the line of having a pool of their own: where the file knows
    // all of their values, the pool that their rows take already serves them if it has as many entries as they would get.
    private static bool IsServed(PoolWish wish, KnowledgeColumn? known, bool isStale)
    {
        if (known is null || isStale || wish.When.IsEmpty || known.Pools.Any(pool => pool.Name == wish.Name))
            return false;
        bool isNews = wish.When.Any(own => !known.Pools.Any(pool => pool.When.Any(one => Holds(one, own))));
        int taken = KnowledgeCover.Choose(known.Pools, one => wish.When.Any(own => Holds(one, own)));
        return !isNews && taken >= 0 && (known.Pools[taken].Draw is not null || known.Pools[taken].Entries.Length >= wish.Entries);
    }

    private static bool Holds(PoolCondition condition, (string Column, string Value) own) =>
        condition.Column.Text == own.Column && condition.Values.Any(value => value.Text == own.Value);
}

/// <summary>A pool and the entries of it that are there.</summary>
internal sealed record PoolPlan(PoolWish Wish, ImmutableArray<KnowledgeEntry> Kept)
{
    /// <summary>Whether the file says what is drawn.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>The entries that are there; what is drawn is one.</summary>
    public int Have => Kept.Length + (IsDrawn ? 1 : 0);

    /// <summary>Whether so many entries are too few. Shares are counted in a sample, so an entry more or less in ten is none.</summary>
    public bool Lacks(int entries) => 10 * entries < 9 * Wish.Entries;
}

/// <summary>The place of an entry.</summary>
/// <param name="Pool">Which pool.</param>
/// <param name="Number">Its place in the pool.</param>
internal readonly record struct EntryPlace(int Pool, int Number, bool IsKept);
