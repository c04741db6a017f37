using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Planning;

namespace SynthData.Compile;

/// <summary>Asks a model for the entries that a group lacks.</summary>
internal sealed class GroupCompilation
{
    private readonly EntryPlan plan;
    private readonly SpreadRows? spread;

    /// <param name="table">The table's plan, whose rules entries keep as far as they read nothing else.</param>
    public GroupCompilation(EntryPlan plan, TablePlan table)
    {
        this.plan = plan;
        spread = plan.IsSpread ? new SpreadRows(plan) : null;
        Table = plan.IsSpread ? new SpreadPrompt(plan).Table : new EntryPrompt(plan).Table;
        Rows = spread ?? (IPromptRows)new EntryRows(plan, new EntryCheck(plan, new RuleTrial(table, plan.Group)));
    }

    /// <summary>What a model is asked to fill: a row for each entry.</summary>
    public PromptTable Table { get; }

    public IPromptRows Rows { get; }

    public EntryPlan Plan => plan;

    /// <summary>Asks, and keeps what is right.</summary>
    /// <param name="done">Is told how many places are done.</param>
    /// <exception cref="Diagnostics.GenerationException">The model or the journal failed, or a budget was spent (SD4, SD6).</exception>
    public async Task<GroupOutcome> RunAsync(IPromptEngine engine, Action<long> done, CancellationToken cancellationToken)
    {
        ImmutableArray<WrittenEntry>.Builder[] written = [.. plan.Pools.Select(_ => ImmutableArray.CreateBuilder<WrittenEntry>())];
        long next = 0;
        await foreach (IReadOnlyList<PromptAnswer> wave in engine.AnswerAsync(Table, Rows, 0, plan.Places.Length, cancellationToken))
        {
            foreach (PromptAnswer answer in wave)
            {
                EntryPlace place = plan.Places[(int)answer.RowIndex];
                if (!place.IsKept && answer.Cells.All(cell => cell is not null))
                    written[place.Pool].AddRange(spread?.ToEntries(answer) ?? [WrittenEntry.OfModel([.. answer.Cells.Select(cell => cell!)])]);
            }

            done(next += wave.Count);
        }

        return new GroupOutcome(plan, [.. written.Select(entries => entries.ToImmutable())]);
    }
}

/// <summary>The entries that a model wrote for a group, by pool.</summary>
internal sealed record GroupOutcome(EntryPlan Plan, ImmutableArray<ImmutableArray<WrittenEntry>> Written)
{
    /// <summary>Nothing was asked.</summary>
    public static GroupOutcome Nothing(EntryPlan plan) => new(plan, [.. plan.Pools.Select(_ => ImmutableArray<WrittenEntry>.Empty)]);

    public int Count => Written.Sum(entries => entries.Length);

    /// <summary>The group as it goes into the file: pools that are there keep their place, new ones come behind.</summary>
    public WrittenColumn ToColumn(KnowledgeLines? lines)
    {
        ImmutableArray<WrittenPool> known = [.. Plan.Known?.Pools.Select(pool => Merge(pool, lines)).Where(pool => !pool.Entries.IsEmpty || !pool.Lines.IsEmpty) ?? []];
        IEnumerable<WrittenPool> fresh = Plan.Pools.Select((pool, place) => (pool.Wish, Entries: Written[place]))
            .Where(one => !one.Entries.IsEmpty && Plan.Known?.Pools.Any(pool => pool.Name == one.Wish.Name) is not true)
            .Select(one => new WrittenPool([.. one.Wish.When.Select(condition => (condition.Column, ImmutableArray.Create(condition.Value)))], one.Entries));
        return new WrittenColumn(Plan.Group.Key, Plan.Group.Names)
        {
            Fingerprint = Plan.Fingerprint,
            Given = [.. (Plan.Known?.Given.Select(name => name.Text).Where(IsNeeded) ?? []).Union(Plan.Group.Given)],
            Pools = [.. known, .. fresh],
        };

        bool IsNeeded(string name) => Plan.Group.Given.Contains(name) || known.Any(pool =>
            pool.When.Any(one => one.Column == name) || pool.Entries.Any(entry => entry.Odds.Any(odds => odds.Column.Text == name)));
    }

    private WrittenPool Merge(KnowledgePool pool, KnowledgeLines? lines)
    {
        int place = Plan.Pools.ToList().FindIndex(planned => planned.Wish.Name == pool.Name);
        ImmutableArray<WrittenEntry> added = place < 0 ? [] : Written[place];
        bool isOfOldType = Plan.IsStale && Plan.Group.Columns[0].Type.Kind != Schema.ColumnKind.String;     // texts of what is a number now
        bool isWhole = !Plan.IsStale || (pool.Draw is null && !isOfOldType && pool.Entries.All(entry => EntryPlan.IsKept(entry, Plan.IsStale)));
        IEnumerable<WrittenEntry> kept = isOfOldType ? [] : pool.Entries.Where(entry => EntryPlan.IsKept(entry, Plan.IsStale)).Select(WrittenEntry.Of);
        return added.IsEmpty && isWhole ? WrittenPool.Of(pool, lines) : WrittenPool.Of(pool, null) with { Entries = [.. kept, .. added] };
    }
}
