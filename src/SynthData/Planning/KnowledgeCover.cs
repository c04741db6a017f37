using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Knowledge;

namespace SynthData.Planning;

/// <summary>Whether conditions cover every row of a table.</summary>
internal sealed class KnowledgeCover(TableDraft table, ImmutableSortedDictionary<string, ScopeColumn> columns)
{
    /// <summary>Says which rows no pool is for; null where every row has one.</summary>
    public string? WhyNot(ImmutableArray<KnowledgePool> pools) => WhyNot([.. pools.Select(pool => pool.When)]);

    /// <summary>Says which rows meet none of several lists of conditions; null where every row meets one.</summary>
    public string? WhyNot(ImmutableArray<ImmutableArray<PoolCondition>> whens)
    {
        if (whens.Any(when => when.IsEmpty))
            return null;
        string[] names = [.. whens.SelectMany(when => when).Select(one => one.Column.Text).Distinct(StringComparer.Ordinal)];
        ImmutableArray<int> slots = [.. names.Select(name => columns[name].Slot)];
        ImmutableArray<string>?[] domains = [.. slots.Select(slot => ClosedDomain.Of(table, slot))];
        int open = Array.FindIndex(domains, domain => domain is null);
        if (open >= 0)
            return $"'{names[open]}' may have other values, or none";
        ImmutableArray<string>? missing = ClosedDomain.Combinations(table, slots, [.. domains.Select(domain => domain!.Value)])
            .Where(values => !whens.Any(when => when.All(one => Holds(one, names, values)))).Select(values => (ImmutableArray<string>?)values).FirstOrDefault();
        return missing is { } none ? $"nothing is for {string.Join(", ", names.Select((name, index) => $"{name}: {none[index]}"))}" : null;
    }

    /// <summary>The pool of a row with these values: the one that holds with most conditions, the first of several; -1 for none.</summary>
    public static int Choose(ImmutableArray<KnowledgePool> pools, Func<PoolCondition, bool> holds)
    {
        int best = -1;
        for (int index = 0; index < pools.Length; index++)
        {
            if ((best < 0 || pools[index].When.Length > pools[best].When.Length) && pools[index].When.All(holds))
                best = index;
        }

        return best;
    }

    public static bool Holds(PoolCondition condition, IReadOnlyList<string> names, IReadOnlyList<string?> values)
    {
        for (int index = 0; index < names.Count; index++)
        {
            if (names[index] == condition.Column.Text)
                return condition.Values.Any(value => value.Text == values[index]);
        }

        return false;
    }
}
