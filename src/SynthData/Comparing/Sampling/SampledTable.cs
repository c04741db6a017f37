using System.Collections.Immutable;

namespace SynthData.Comparing.Sampling;

/// <summary>Rows of a table that stand for all of them, in an order that is that of no file.</summary>
/// <param name="Rows">Of the whole table.</param>
/// <param name="Count">Of the sample.</param>
/// <param name="Unread">Cells of the whole table that are not of their column's type; they count as null.</param>
internal sealed record SampledTable(long Rows, int Count, long Unread, ImmutableArray<SampledColumn> Columns)
{
    /// <summary>The texts of a column in the first rows, nulls left out.</summary>
    public IEnumerable<string> TextsOf(int column, int rows) => Slots(column, rows).Select(slot => Columns[column].Texts[slot]!);

    /// <summary>The numbers of a column in the first rows, nulls left out.</summary>
    public IEnumerable<double> NumbersOf(int column, int rows) => Slots(column, rows).Select(slot => Columns[column].Numbers[slot]);

    /// <summary>The rows in which a column is not null, of the first ones.</summary>
    public IEnumerable<int> Slots(int column, int rows) => Enumerable.Range(0, Math.Min(rows, Count)).Where(slot => !Columns[column].Cells.IsNull(slot));
}
