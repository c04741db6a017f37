using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Sources.Knowledge;

/// <summary>The texts of a unique column: for each combination of what conditions tell apart, one a row of the table, and none twice.</summary>
/// <remarks>
/// A row takes the text with its own index from the list of its combination, so any row can be made alone. Lists are as long as the table,
/// since any row may have any combination. They are made when they are first asked for, from draws of rows 0, 1, 2 and on, without repeats.
/// </remarks>
internal sealed class UniqueTexts
{
    /// <summary>The most texts that are kept.</summary>
    public const long MaxTexts = 2_000_000;

    private const int TriesPerText = 16;
    private const int LeastTries = 4_096;

    private readonly KnowledgePlan plan;
    private readonly TextSampler sampler;
    private readonly int place;
    private readonly long rows;
    private readonly ImmutableArray<(string Column, ImmutableArray<string> Values)> told;
    private readonly ValueOrdinals conditions;
    private readonly Lazy<(Dictionary<int, string[]> Lists, UniqueShortage? Shortage)> made;

    public UniqueTexts(KnowledgePlan plan, TextSampler sampler, int place, long rows)
    {
        this.plan = plan;
        this.sampler = sampler;
        this.place = place;
        this.rows = rows;
        told = plan.AllValues;
        conditions = plan.Ordinals(told);
        made = new(Make);
    }

    /// <summary>How many lists there are.</summary>
    public int Lists => Wanted.Count;

    /// <summary>Whether so many texts can be kept.</summary>
    public bool AreTooMany => rows * Wanted.Count > MaxTexts;

    /// <summary>The first combination that has too few texts; null where none has.</summary>
    public UniqueShortage? Shortage => made.Value.Shortage;

    public void Find(Frame frame, Span<int> found) => conditions.Find(frame, found);

    public string this[int combination, long row] => made.Value.Lists[combination][row];

    private (Dictionary<int, string[]> Lists, UniqueShortage? Shortage) Make()
    {
        var lists = new Dictionary<int, string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        UniqueShortage? shortage = null;
        foreach (string?[] values in Wanted)
        {
            List<string> found = List(Row(values), seen);
            if (found.Count < rows)
                shortage ??= new UniqueShortage(Words(values), found.Count);
            lists[conditions.CombinationOf(values)] = [.. found];
        }

        return (lists, shortage);
    }

    private List<string> List(Frame row, HashSet<string> seen)
    {
        var found = new List<string>();
        Span<int> combination = stackalloc int[1];
        sampler.Combinations(row, combination);
        long tries = Math.Max(LeastTries, rows * TriesPerText);
        for (long index = 0; found.Count < rows && index < tries; index++)
        {
            if (!sampler.TryDraw(row, 0, combination[0], index, 0, out EntryDraw drawn))
                return found;
            int[] digits = new int[drawn.Entry.Sites.Length];
            drawn.Entry.Digits(drawn.Variant, digits);
            var text = new TextExpansion(row, 0, index, 0, drawn.Entry, digits, new char[256]);
            TextStep.Write(drawn.Entry.Texts[place], ref text);
            string written = text.Written.ToString();
            if (Fits(written) && seen.Add(written))
                found.Add(written);
        }

        return found;
    }

    // A unique text is not drawn again, so one outside its length must not be there.
    private bool Fits(string text) => plan.Lengths[place] is not { } length || text.EnumerateRunes().Count() is var characters && characters >= length.Low && characters <= length.High;

    private Frame Row(string?[] values)
    {
        var row = new Frame(plan.Columns.Values.Select(column => column.Slot + 1).DefaultIfEmpty().Max());
        row.Reset([0]);
        foreach ((string name, ScopeColumn column) in plan.Columns)
        {
            var cells = Column.For(column.Type);
            cells.Reset(1);
            int place = told.Select(one => one.Column).ToList().IndexOf(name);
            if (place < 0 || values[place] is not { } value || !CellText.TryParse(value, column.Type, cells, 0))
                cells.States[0] = CellState.Null;
            row[column.Slot] = cells;
        }

        return row;
    }

    // Those that can happen; where that is not known, all for which there is a pool.
    private List<string?[]> Wanted => plan.Combinations is { } known
        ? [.. known.Select(values => values.ToArray())]
        : [.. Enumerable.Range(0, conditions.Count).Select(conditions.ValuesOf).Where(HasPool)];

    private bool HasPool(string?[] values)
    {
        string[] names = [.. told.Select(one => one.Column)];
        return KnowledgeCover.Choose(plan.Pools, condition => KnowledgeCover.Holds(condition, names, values)) >= 0;
    }

    private string Words(string?[] values) =>
        told.IsEmpty ? "the pool" : string.Join(", ", told.Select((one, place) => $"{one.Column}: {values[place] ?? "any other"}"));
}

/// <summary>Too few texts.</summary>
/// <param name="Where">The combination, in words.</param>
internal sealed record UniqueShortage(string Where, long Texts);
