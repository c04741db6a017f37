using System.Collections.Immutable;

namespace SynthData.Comparing;

/// <summary>How alike two tables are.</summary>
/// <param name="A">Rows of the first.</param>
/// <param name="B">Rows of the second.</param>
/// <param name="Columns">Those that both have, in the order of the first.</param>
/// <param name="Pairs">The association of every pair of columns that have one, the greatest difference first.</param>
internal sealed record TableLikeness(
    string Name, ComparedRows A, ComparedRows B, ImmutableArray<ColumnLikeness> Columns, ImmutableArray<PairLikeness> Pairs);

/// <summary>The rows of one side.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="Sampled">Those that were measured.</param>
internal sealed record ComparedRows(long Rows, int Sampled);

/// <summary>How alike a column of two tables is.</summary>
internal sealed record ColumnLikeness(string Name, CellClass Class, ImmutableArray<MeasuredValue> Values);

/// <summary>How alike the association of two columns is in two tables.</summary>
/// <param name="IsRanked">Whether it is the correlation of ranks, from −1 to 1; else Cramér's V, from 0 to 1.</param>
internal sealed record PairLikeness(string First, string Second, bool IsRanked, double A, double B)
{
    public double Distance => Math.Abs(A - B);
}
