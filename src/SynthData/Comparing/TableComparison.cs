using System.Collections.Immutable;
using SynthData.Comparing.Distances;
using SynthData.Comparing.Sampling;
using SynthData.Comparing.Texts;

namespace SynthData.Comparing;

/// <summary>Compares the samples of two tables, column by column and pair by pair.</summary>
internal sealed class TableComparison
{
    private const int MostNameUnits = 40;
    private readonly SampledTable a;
    private readonly SampledTable b;
    private readonly string table;
    private readonly ImmutableArray<CellClass> classes;

    /// <param name="pair">Of a row at least each.</param>
    public TableComparison(SampledPair pair)
    {
        (table, a, b) = (pair.Table, pair.A, pair.B);
        classes = ColumnClasses.Of(pair);
    }

    /// <summary>Measures every column and every pair.</summary>
    public TableLikeness Compare(CancellationToken cancellationToken) => new(
        table,
        new ComparedRows(a.Rows, a.Count),
        new ComparedRows(b.Rows, b.Count),
        [.. Enumerable.Range(0, classes.Length).Select(column => Compare(column, cancellationToken))],
        new Associations(a, b, classes).Find(cancellationToken));

    private ColumnLikeness Compare(int column, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MeasuredValue nulls = MeasuredValue.OfDifference(Measure.Nulls, NullsOf(a, column), NullsOf(b, column));
        return new ColumnLikeness(a.Columns[column].Name, classes[column], [nulls, .. Values(column)]);
    }

    private IEnumerable<MeasuredValue> Values(int column)
    {
        if (!a.Slots(column, a.Count).Any() || !b.Slots(column, b.Count).Any())
            return [];
        return classes[column] switch
        {
            CellClass.Number or CellClass.Moment => [OfNumbers(column)],
            CellClass.Category => [OfCategories(column)],
            CellClass.Identifier => [OfIdentifiers(column)],
            _ => OfTexts(column),
        };
    }

    private MeasuredValue OfNumbers(int column)
    {
        double[] first = [.. a.NumbersOf(column, a.Count).Order()];
        double[] second = [.. b.NumbersOf(column, b.Count).Order()];
        bool hasMedian = classes[column] == CellClass.Number;    // of moments it would be a number of days
        return new MeasuredValue(
            Measure.KolmogorovSmirnov, hasMedian ? MedianOf(first) : null, hasMedian ? MedianOf(second) : null, KolmogorovSmirnov.Between(first, second));
    }

    private MeasuredValue OfCategories(int column)
    {
        string[] first = [.. a.TextsOf(column, a.Count)];
        string[] second = [.. b.TextsOf(column, b.Count)];
        return new MeasuredValue(Measure.TotalVariation, CountOf(first), CountOf(second), TotalVariation.Between(first, second));
    }

    private MeasuredValue OfIdentifiers(int column)
    {
        (int[] first, int[] second) = EqualSlots(column);
        return MeasuredValue.OfDifference(
            Measure.Distinct,
            CountOf(first.Select(slot => a.Columns[column].Texts[slot]!)) / (double)first.Length,
            CountOf(second.Select(slot => b.Columns[column].Texts[slot]!)) / (double)second.Length);
    }

    private IEnumerable<MeasuredValue> OfTexts(int column)
    {
        (int[] first, int[] second) = EqualSlots(column);
        var plainA = new MeasuredTexts(first.Select(slot => a.Columns[column].Texts[slot]!));
        var plainB = new MeasuredTexts(second.Select(slot => b.Columns[column].Texts[slot]!));
        IEnumerable<MeasuredValue> values = TextComparison.Of(plainA, plainB);
        return plainA.HaveBlanks || plainB.HaveBlanks
            ? values.Concat(TextComparison.OfProse(plainA, plainB, Masked(a, column, first), Masked(b, column, second)))
            : values;
    }

    // As many rows of both: how often texts repeat depends on how many there are.
    private (int[] First, int[] Second) EqualSlots(int column)
    {
        int[] first = [.. a.Slots(column, a.Count)];
        int[] second = [.. b.Slots(column, b.Count)];
        int rows = Math.Min(first.Length, second.Length);
        return (first[..rows], second[..rows]);
    }

    private MeasuredTexts Masked(SampledTable side, int column, int[] slots)
    {
        SampledTexts[] others = [.. side.Columns.Where((other, index) => index != column && !classes[index].IsMeasured() && other.Cells is SampledTexts).Select(other => other.Texts)];
        return new MeasuredTexts(slots.Select(slot => TextMask.Of(
            side.Columns[column].Texts[slot]!, others.Select(other => other[slot]).OfType<string>().Where(name => name.Length <= MostNameUnits && name is not ("true" or "false")))));
    }

    private static double NullsOf(SampledTable table, int column) => 1 - (table.Slots(column, table.Count).Count() / (double)table.Count);

    private static int CountOf(IEnumerable<string> texts) => texts.Distinct(StringComparer.Ordinal).Count();

    private static double MedianOf(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
