using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Knowledge;
using SynthData.Numerics;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>Draws entries for the rows of a table: one for all columns that it fills, and in each the same variant of its places.</summary>
/// <remarks>Pure: what a row gets follows from its index, its draw and the values that conditions name. Immutable to its users and thread-safe.</remarks>
internal sealed class TextSampler
{
    private const int MostBits = 64;
    private const int MostDirect = 1 << 16;

    private readonly KnowledgePlan plan;
    private readonly StreamKey key;
    private readonly string[] names;
    private readonly ValueOrdinals conditions;
    private readonly ImmutableArray<EntrySpace>[] entries;
    private readonly PoolTable?[] tables;
    private readonly ConcurrentDictionary<(int Combination, ulong Nulls), PoolTable?> others = new();
    private readonly int[] mentioned;

    public TextSampler(KnowledgePlan plan, StreamKey key)
    {
        this.plan = plan;
        this.key = key;
        names = [.. plan.PoolValues.Select(one => one.Column)];
        conditions = plan.Ordinals(plan.PoolValues);
        var lists = new ListShelf(plan);
        string[] written = [.. lists.ColumnsOf([.. plan.Pools.SelectMany(pool => pool.Entries).SelectMany(entry => entry.Texts)]).Order(StringComparer.Ordinal)];
        mentioned = [.. written.Select(name => plan.Columns[name].Slot)];
        tables = new PoolTable?[Math.Min(conditions.Count, MostDirect)];
        entries = [.. plan.Pools.Select(pool => pool.Entries.Select(entry => new EntrySpace(entry, lists, key.Derive(pool.Name), written)).ToImmutableArray())];
    }

    /// <summary>Finds which combination of the values that pools tell apart each row has.</summary>
    public void Combinations(Frame frame, Span<int> found) => conditions.Find(frame, found);

    /// <summary>Draws the entry of a row and the variant of its places.</summary>
    /// <param name="combination">Of <see cref="Combinations"/>.</param>
    /// <returns>False where every text for the row names a cell that is null.</returns>
    public bool TryDraw(Frame frame, int row, int combination, long index, byte draw, out EntryDraw drawn)
    {
        ulong nulls = Nulls(frame, row);
        PoolTable? table = nulls == 0 && combination < tables.Length ? tables[combination] ??= Table(combination, 0)
            : others.GetOrAdd((combination, nulls), static (at, sampler) => sampler.Table(at.Combination, at.Nulls), this);
        drawn = table?.Draw(index, draw) ?? default;
        return table is not null;
    }

    // A bit for each column that is null in the row; those beyond the last bit share it.
    private ulong Nulls(Frame frame, int row)
    {
        ulong nulls = 0;
        for (int column = 0; column < mentioned.Length; column++)
        {
            if (frame[mentioned[column]].IsNull(row))
                nulls |= 1UL << Math.Min(column, MostBits - 1);
        }

        return nulls;
    }

    private PoolTable? Table(int combination, ulong nulls)
    {
        string?[] values = conditions.ValuesOf(combination);
        int chosen = KnowledgeCover.Choose(plan.Pools, condition => KnowledgeCover.Holds(condition, names, values));
        if (chosen < 0)
            return null;
        KnowledgePool pool = plan.Pools[chosen];
        double[] weights = [.. pool.Entries.Select((entry, place) => (entries[chosen][place].Mentions & nulls) != 0 ? 0 : (double)entry.Weight * Factor(entry, values))];
        return weights.Any(weight => weight > 0) ? new PoolTable(key.Derive(pool.Name), entries[chosen], weights) : null;
    }

    private double Factor(KnowledgeEntry entry, string?[] values)
    {
        double factor = 1;
        foreach (EntryOdds odds in entry.Odds)
        {
            string? value = values[Array.IndexOf(names, odds.Column.Text)];
            foreach ((Schema.SchemaScalar named, decimal times) in odds.Factors)
                factor *= named.Text == value ? (double)times : 1;
        }

        return factor;
    }
}

/// <summary>What a row got: an entry, and the number of the variant of its places.</summary>
internal readonly record struct EntryDraw(EntrySpace Entry, ulong Variant);
