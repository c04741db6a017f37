using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Spells the values of conditions as cells of their columns print them, so that 1 and 1.0 are one value of a decimal.</summary>
internal sealed class KnowledgeSpelling(DiagnosticBag bag, KnowledgeColumn known, ImmutableSortedDictionary<string, ScopeColumn> columns)
{
    public KnowledgeColumn Spell() => known with { Pools = [.. known.Pools.Select(Spell)] };

    public KnowledgeList Spell(KnowledgeList list) => list with { Items = [.. list.Items.Select(item => item with { When = Spell(item.When) })] };

    private KnowledgePool Spell(KnowledgePool pool) => pool with { When = Spell(pool.When), Entries = [.. pool.Entries.Select(Spell)] };

    private KnowledgeEntry Spell(KnowledgeEntry entry) => entry.Odds.IsEmpty ? entry : entry with
    {
        Odds = [.. entry.Odds.Select(odds => odds with { Factors = [.. odds.Factors.Select(factor => (Spell(odds.Column.Text, factor.Value), factor.Factor))] })],
    };

    private ImmutableArray<PoolCondition> Spell(ImmutableArray<PoolCondition> when) =>
        [.. when.Select(one => one with { Values = [.. one.Values.Select(value => Spell(one.Column.Text, value))] })];

    private SchemaScalar Spell(string column, SchemaScalar value) =>
        value with { Text = LiteralBinder.Bind([value with { IsQuoted = true }], columns[column].Type, column, bag).Texts[0] };
}
