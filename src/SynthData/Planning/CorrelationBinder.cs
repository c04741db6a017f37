using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds a table's correlations: which columns are drawn together, and from which normal values each.</summary>
/// <remarks>
/// A Gaussian copula. Columns keep what each of them is drawn from; only their uniform numbers are made of correlated normal values.
/// A pair that is not named correlates as the others make it. A column is made of its own stream and of those of columns named before
/// it, so that the first keeps its draws.
/// </remarks>
internal sealed class CorrelationBinder(PlanDraft plan, TableDraft table)
{
    private readonly List<CellDraft> cells = [];

    public void Bind()
    {
        bool isWhole = true;
        foreach (CorrelationSchema correlation in table.Schema.Correlations)
            isWhole &= Find(correlation.First) & Find(correlation.Second);
        if (!isWhole || cells.Count == 0)
            return;

        double[,] ranks = Ranks();
        double[,] gaussian = RankCorrelation.Complete(Gaussian(ranks), out int failed);
        if (failed < cells.Count || RankCorrelation.Factor(gaussian) is not { } factor)
        {
            Tell(ranks, Math.Min(failed, cells.Count - 1));
            return;
        }

        for (int index = 0; index < cells.Count; index++)
            cells[index].Correlation = Of(index, factor);
        foreach (CorrelationSchema correlation in table.Schema.Correlations)
            Describe(correlation);
    }

    private static bool IsFalling(CellDraft cell) => cell.Source is RangeCells range && range.Ranges.All(one => one.IsBefore);

    private static string? WhyNot(CellDraft cell) => cell.Source switch
    {
        RangeCells { IsOrdered: true } => "it is ordered within its parent",
        RangeCells => null,
        CategoryCells { Exact: not null } => "its shares are exact",
        CategoryCells category when category.Values.Cells.States.Contains(CellState.Null) => "null is among its values; write `nulls: 10%` instead",
        CategoryCells when cell.Keyword == "values" => null,
        _ => $"its source is '{cell.Keyword}'",
    };

    private bool Find(SchemaScalar name)
    {
        if (cells.Exists(cell => cell.Name == name.Text))
            return true;
        if (table.Find(name.Text) is not { } cell)
        {
            string[] known = [.. table.Schema.Columns.SelectMany(column => column.Names)];
            plan.Bag.Add(PlanDiagnostics.UnknownRuleColumn, name.Position, "correlation", name.Text, table.Name, Suggestion.For(name.Text, known));
            return false;
        }

        if (cell.Source is null)
            return false;                                       // told where it is bound
        cells.Add(cell);
        if (WhyNot(cell) is { } why)
            plan.Bag.Add(CorrelationDiagnostics.CannotCorrelate, name.Position, $"{table.Name}.{name.Text}", why);
        return WhyNot(cell) is null;
    }

    private int Place(SchemaScalar name) => cells.FindIndex(cell => cell.Name == name.Text);

    private double[,] Ranks()
    {
        var ranks = new double[cells.Count, cells.Count];
        for (int row = 0; row < cells.Count; row++)
        {
            for (int column = 0; column < cells.Count; column++)
                ranks[row, column] = row == column ? 1 : double.NaN;
        }

        foreach (CorrelationSchema correlation in table.Schema.Correlations)
            Set(ranks, Place(correlation.First), Place(correlation.Second), (double)correlation.R);
        return ranks;
    }

    private static void Set(double[,] matrix, int row, int column, double value) => matrix[row, column] = matrix[column, row] = value;

    private static double[,] Gaussian(double[,] ranks)
    {
        int size = ranks.GetLength(0);
        var gaussian = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
                gaussian[row, column] = RankCorrelation.ToGaussian(ranks[row, column]);
        }

        return gaussian;
    }

    private static bool Fits(double[,] ranks, int last)
    {
        RankCorrelation.Complete(Gaussian(ranks), out int failed);
        return failed > last;
    }

    private CorrelationPlan Of(int index, double[,] factor)
    {
        var streams = ImmutableArray.CreateBuilder<CorrelatedStream>();
        for (int other = 0; other <= index; other++)
        {
            if (factor[index, other] != 0)
                streams.Add(new CorrelatedStream(cells[other].Stream, IsFalling(cells[other]) ? -factor[index, other] : factor[index, other]));
        }

        return new CorrelationPlan(streams.ToImmutable(), IsFalling(cells[index]));
    }

    private void Describe(CorrelationSchema correlation)
    {
        CellDraft second = cells[Math.Max(Place(correlation.First), Place(correlation.Second))];
        string first = second.Name == correlation.First.Text ? correlation.Second.Text : correlation.First.Text;
        string told = string.Create(CultureInfo.InvariantCulture, $"correlates with {first} by {correlation.R}");
        second.Detail = second.Detail.Length == 0 ? told : $"{second.Detail}, {told}";
    }

    // The first column that contradicts those before it, and a pair of it that another r would mend.
    private void Tell(double[,] ranks, int last)
    {
        CorrelationSchema[] pairs = [.. table.Schema.Correlations.Where(one => Math.Max(Place(one.First), Place(one.Second)) == last).Reverse()];
        CorrelationSchema told = Array.Find(pairs, pair => Mending(ranks, pair) is not null) ?? pairs[0];
        string fitting = Mending(ranks, told) is var (low, high)
            ? string.Create(CultureInfo.InvariantCulture, $"can correlate by {low:0.##} to {high:0.##}")
            : "cannot correlate at all";
        plan.Bag.Add(CorrelationDiagnostics.Contradiction, told.Position, table.Name, told.First.Text, told.Second.Text, fitting, told.R, Shrinking(ranks));
    }

    private (double Low, double High)? Mending(double[,] ranks, CorrelationSchema pair)
    {
        double[,] tried = (double[,])ranks.Clone();
        int last = Math.Max(Place(pair.First), Place(pair.Second));
        double[] fitting =
        [
            .. Enumerable.Range(-99, 199).Select(percent => percent / 100.0).Where(r =>
            {
                Set(tried, Place(pair.First), Place(pair.Second), r);
                return Fits(tried, last);
            }),
        ];
        return fitting.Length == 0 ? null : (fitting[0], fitting[^1]);
    }

    // By what all can be multiplied so that they fit together.
    private static double Shrinking(double[,] ranks) => Enumerable.Range(1, 100).Select(percent => 1 - (percent / 100.0)).First(by =>
    {
        double[,] nearer = (double[,])ranks.Clone();
        for (int row = 0; row < ranks.GetLength(0); row++)
        {
            for (int column = 0; column < row; column++)
                Set(nearer, row, column, ranks[row, column] * by);
        }

        return Fits(nearer, ranks.GetLength(0) - 1);
    });
}
