using System.Collections.Immutable;
using SynthData.Comparing.Distances;
using SynthData.Comparing.Sampling;

namespace SynthData.Comparing;

/// <summary>The association of each pair of columns that have categories, numbers or moments, in two tables.</summary>
/// <remarks>Two columns measured on a line by the correlation of their ranks, others by Cramér's V over bins fixed by the first table. Rows without one of the two values are left out.</remarks>
internal sealed class Associations
{
    /// <summary>Rows of each table that are looked at; the association of two columns that have none then differs by about 0.01.</summary>
    public const int Rows = 20_000;

    private readonly int[] columns;
    private readonly SampledTable names;
    private readonly AssociatedColumns a;
    private readonly AssociatedColumns b;

    public Associations(SampledTable a, SampledTable b, ImmutableArray<CellClass> classes)
    {
        columns = [.. Enumerable.Range(0, classes.Length).Where(column => classes[column] is CellClass.Category or CellClass.Number or CellClass.Moment)];
        Bins[] bins = [.. Enumerable.Range(0, classes.Length).Select(column => new Bins(a, column))];
        names = a;
        this.a = new AssociatedColumns(a, bins, Rows);
        this.b = new AssociatedColumns(b, bins, Rows);
    }

    /// <summary>Gives every pair, the greatest difference first.</summary>
    public ImmutableArray<PairLikeness> Find(CancellationToken cancellationToken) =>
    [
        .. columns.SelectMany(first => columns.Where(second => second > first).Select(second => Compare(first, second, cancellationToken)))
            .OrderByDescending(pair => pair.Distance).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal),
    ];

    private PairLikeness Compare(int first, int second, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool isRanked = names.Columns[first].Class.IsMeasured() && names.Columns[second].Class.IsMeasured();
        return new PairLikeness(
            names.Columns[first].Name,
            names.Columns[second].Name,
            isRanked,
            isRanked ? a.RankCorrelation(first, second) : a.CramersV(first, second),
            isRanked ? b.RankCorrelation(first, second) : b.CramersV(first, second));
    }
}
