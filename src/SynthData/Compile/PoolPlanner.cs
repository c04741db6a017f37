using System.Collections.Immutable;

namespace SynthData.Compile;

/// <summary>Decides which combinations of conditions get pools of their own.</summary>
/// <remarks>
/// Column by column the rows are told apart by value. A value with so many rows that it would get <see cref="EntryCount.LeastOfPool"/> entries gets a
/// pool, or pools by the next column; the rows of rarer ones share the pool of the columns before. A column none of whose values
/// is frequent enough tells nothing apart: texts name it. There always is a pool for all other rows.
/// </remarks>
internal sealed class PoolPlanner
{
    private readonly EntryGroup group;
    private readonly int entries;
    private readonly int leastOfPool;
    private readonly List<PoolWish> wishes = [];

    private PoolPlanner(EntryGroup group, int entries)
    {
        this.group = group;
        this.entries = entries;
        leastOfPool = Math.Min(EntryCount.LeastOfPool, entries);
    }

    /// <summary>The pools, the most special first.</summary>
    /// <param name="entries">Of all pools together, about.</param>
    public static ImmutableArray<PoolWish> Plan(EntryGroup group, int entries)
    {
        var planner = new PoolPlanner(group, entries);
        planner.Split([.. Enumerable.Range(0, group.Sample.Rows.Length)], 0, []);
        if (!planner.wishes.Any(wish => wish.When.IsEmpty))
            planner.Add([], [], [.. Enumerable.Range(0, group.Sample.Rows.Length)]);
        return [.. planner.wishes.OrderByDescending(wish => wish.When.Length)];
    }

    private void Split(ImmutableArray<int> rows, int next, ImmutableArray<(string Column, string Value)> when)
    {
        for (; next < group.Conditions.Length; next++)
        {
            int known = group.Conditions[next];
            IGrouping<string?, int>[] groups = [.. rows.GroupBy(row => group.Sample[row, known])];
            IGrouping<string?, int>[] frequent = [.. groups.Where(one => one.Key is not null && Share(one.Count()) * entries >= leastOfPool)];
            if (groups.Length < 2 || frequent.Length == 0)
                continue;
            IGrouping<string?, int>[] rare = [.. groups.Except(frequent)];
            if (rare is [{ Key: not null }])            // shared with nobody
                (frequent, rare) = (groups, []);
            foreach (IGrouping<string?, int> one in frequent.OrderBy(one => one.Key, StringComparer.Ordinal))
                Split([.. one], next + 1, when.Add((group.NameOf(known), one.Key!)));
            if (rare.Length > 0)
                Add([.. rare.SelectMany(one => one)], when, rows);
            return;
        }

        Add(rows, when, rows);
    }

    // A pool for the rest also serves values that no row of the sample has, so only what follows from its conditions is sure.
    private void Add(ImmutableArray<int> rows, ImmutableArray<(string Column, string Value)> when, ImmutableArray<int> alike)
    {
        ImmutableArray<string?> given = [.. group.Conditions.Select(known => Common(alike, known))];
        wishes.Add(new PoolWish(when, given, Math.Max(leastOfPool, EntryCount.OfPool(entries, Share(rows.Length))), rows));
    }

    private string? Common(ImmutableArray<int> rows, int known)
    {
        string? first = rows.IsEmpty ? null : group.Sample[rows[0], known];
        return rows.All(row => group.Sample[row, known] == first) ? first : null;
    }

    private double Share(int rows) => group.Sample.Rows.Length == 0 ? 1 : (double)rows / group.Sample.Rows.Length;
}
