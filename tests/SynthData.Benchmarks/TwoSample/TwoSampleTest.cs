using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using SynthData.Comparing.Sampling;

namespace SynthData.Benchmarks.TwoSample;

/// <summary>Whether a classifier that has seen rows of two tables can tell which of them other rows are from.</summary>
/// <remarks>
/// A classifier two-sample test (Lopez-Paz and Oquab 2017) with gradient-boosted trees (LightGBM). The figure is the area under the ROC curve on rows that were
/// held out: the chance that a row of B is ranked above a row of A. 0.5 is indistinguishable, 1 is told apart always.
/// </remarks>
internal static class TwoSampleTest
{
    /// <summary>Rows of each table without which nothing is said.</summary>
    public const int LeastRows = 200;

    /// <summary>Learns from the first half of each sample and ranks the second.</summary>
    /// <returns>Null with fewer rows than <see cref="LeastRows"/>.</returns>
    public static TwoSampleResult? Run(SampledPair pair, IReadOnlySet<string> without)
    {
        int rows = Math.Min(pair.A.Count, pair.B.Count);
        if (rows < LeastRows)
            return null;
        var features = new RowFeatures(pair, without);
        int learnt = rows / 2;
        var context = new MLContext(seed: 1);
        var definition = SchemaDefinition.Create(typeof(LabelledRow));
        definition[nameof(LabelledRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Width);
        IDataView Load(int first, int end) => context.Data.LoadFromEnumerable(Rows(pair, features, first, end), definition);

        var options = new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(LabelledRow.IsOfB),
            FeatureColumnName = nameof(LabelledRow.Features),
            NumberOfIterations = 100,
            NumberOfLeaves = 31,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
            NumberOfThreads = 1,
            Seed = 1,
        };
        double area = Learn(context.BinaryClassification.Trainers.LightGbm(options), Load(0, learnt)) is { } model
            ? context.BinaryClassification.Evaluate(model.Transform(Load(learnt, rows)), nameof(LabelledRow.IsOfB)).AreaUnderRocCurve
            : 0.5;
        return new TwoSampleResult(pair.Table, learnt, rows - learnt, area);
    }

    // A model whose trees have no split cannot be read back; it would rank all rows alike.
    private static ITransformer? Learn(LightGbmBinaryTrainer trainer, IDataView rows)
    {
        try
        {
            return trainer.Fit(rows);
        }
        catch (ArgumentNullException nothing) when (nothing.ParamName == "items")
        {
            return null;
        }
    }

    private static List<LabelledRow> Rows(SampledPair pair, RowFeatures features, int first, int end) =>
    [
        .. Enumerable.Range(first, end - first).SelectMany(slot => (LabelledRow[])
        [
            new() { IsOfB = false, Features = features.Of(pair.A, slot) },
            new() { IsOfB = true, Features = features.Of(pair.B, slot) },
        ]),
    ];

    private sealed class LabelledRow
    {
        public bool IsOfB { get; set; }

        public float[] Features { get; set; } = [];
    }
}

/// <summary>How well two tables are told apart.</summary>
/// <param name="Learnt">Rows of each table that were learnt from.</param>
/// <param name="HeldOut">Rows of each that were ranked.</param>
/// <param name="Area">Under the ROC curve.</param>
internal sealed record TwoSampleResult(string Table, int Learnt, int HeldOut, double Area)
{
    /// <summary>The standard deviation of the area where nothing tells the tables apart: √((2n + 1) / 12n²) for n rows of each (Mann and Whitney 1947).</summary>
    public double Chance => Math.Sqrt(((2.0 * HeldOut) + 1) / (12.0 * HeldOut * HeldOut));
}
