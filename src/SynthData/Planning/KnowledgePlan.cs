using System.Collections.Immutable;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Texts from knowledge: one column of those that an entry fills together.</summary>
/// <param name="Place">Which of the plan's columns.</param>
internal sealed record KnowledgeCells(KnowledgePlan Plan, int Place) : CellSource;

/// <summary>What is known of some columns of a table, its names bound to slots and its values spelled as cells print them.</summary>
/// <remarks>One for all columns of a group, so that a row takes the same entry in each.</remarks>
internal sealed record KnowledgePlan
{
    /// <summary>What the streams of its draws are named after.</summary>
    public required string Stream { get; init; }

    public required ImmutableArray<string> Names { get; init; }

    public required ImmutableArray<KnowledgePool> Pools { get; init; }

    public required ImmutableSortedDictionary<string, KnowledgeList> Lists { get; init; }

    /// <summary>The columns of the row that conditions, odds and texts name, by the name they have in the file.</summary>
    public required ImmutableSortedDictionary<string, ScopeColumn> Columns { get; init; }

    /// <summary>By place: whether no two rows may have the same text.</summary>
    public required ImmutableArray<bool> IsUnique { get; init; }

    /// <summary>By place: the characters that a text of the column may have; null for any.</summary>
    public required ImmutableArray<LengthRange?> Lengths { get; init; }

    /// <summary>The slots that it reads.</summary>
    public ImmutableArray<int> Slots => [.. Columns.Values.Select(column => column.Slot).Distinct().Order()];

    /// <summary>
    /// For a unique column: the combinations of <see cref="AllValues"/> that can happen, null for any value that nothing names; default where that is not known.
    /// </summary>
    public ImmutableArray<ImmutableArray<string?>>? Combinations { get; init; }

    /// <summary>The values that pools, odds and items tell apart, by column.</summary>
    public ImmutableArray<(string Column, ImmutableArray<string> Values)> AllValues =>
        [.. PoolValues.Concat(Lists.Values.SelectMany(list => ItemValues(list))).GroupBy(one => one.Column, StringComparer.Ordinal)
            .Select(group => (group.Key, group.SelectMany(one => one.Values).Distinct(StringComparer.Ordinal).ToImmutableArray()))];

    /// <summary>The values that pools and odds tell apart, by column.</summary>
    public ImmutableArray<(string Column, ImmutableArray<string> Values)> PoolValues => Told(
        Pools.SelectMany(pool => pool.When.Select(one => (one.Column.Text, one.Values.Select(value => value.Text)))
            .Concat(pool.Entries.SelectMany(entry => entry.Odds).Select(odds => (odds.Column.Text, odds.Factors.Select(factor => factor.Value.Text))))));

    /// <summary>The values that the items of a list tell apart, by column.</summary>
    public static ImmutableArray<(string Column, ImmutableArray<string> Values)> ItemValues(KnowledgeList list) =>
        Told(list.Items.SelectMany(item => item.When).Select(one => (one.Column.Text, one.Values.Select(value => value.Text))));

    /// <summary>Numbers the combinations of values that are told apart.</summary>
    public ValueOrdinals Ordinals(ImmutableArray<(string Column, ImmutableArray<string> Values)> told) => new(
        [.. told.Select(one => Columns[one.Column].Slot)], [.. told.Select(one => Columns[one.Column].Type)], told.Select(one => one.Values.AsEnumerable()));

    private static ImmutableArray<(string Column, ImmutableArray<string> Values)> Told(IEnumerable<(string Column, IEnumerable<string> Values)> told) =>
        [.. told.GroupBy(one => one.Column, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.SelectMany(one => one.Values).Distinct(StringComparer.Ordinal).ToImmutableArray()))];
}
