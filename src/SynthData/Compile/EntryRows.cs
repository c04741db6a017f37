using System.Collections.Immutable;
using SynthData.Planning;

namespace SynthData.Compile;

/// <summary>The entries of a group as rows that a model fills, those that are kept among them with nothing to fill. Thread-safe.</summary>
internal sealed class EntryRows(EntryPlan plan, EntryCheck check) : IPromptRows
{
    private readonly EntryGroup group = plan.Group;

    public IReadOnlyList<PromptSlot> Slots(long first, int count) => [.. Enumerable.Range((int)first, count).Select(Slot)];

    public IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers) =>
        [.. answers.Where(answer => answer.Cells.All(cell => cell is not null)).SelectMany(check.Find)];

    public PromptSlot? Redraw(long rowIndex) => null;

    /// <summary>An entry that stays wrong is left out, which is a cell without a text.</summary>
    public bool TryFallback(long rowIndex, int column, out string? text)
    {
        text = null;
        return true;
    }

    private PromptSlot Slot(int index)
    {
        EntryPlace place = plan.Places[index];
        PoolWish wish = plan.Pools[place.Pool].Wish;
        IEnumerable<string?> axes = group.Axes.Select(axis => Example(wish, place.Number, axis));
        return new PromptSlot(index, [.. wish.Given, .. axes], [.. group.Columns.Select(_ => !place.IsKept)]);
    }

    // What makes rows of the pool differ makes its entries differ.
    private string? Example(PoolWish wish, int number, int axis)
    {
        ImmutableArray<int> rows = wish.Rows;
        if (rows.IsEmpty)
            return group.Sample.Rows.IsEmpty ? null : group.Sample[number % group.Sample.Rows.Length, axis];
        return group.Sample[rows[number % rows.Length], axis];
    }
}
