using System.Collections.Immutable;
using SynthData.Comparing;
using SynthData.Comparing.Sampling;
using SynthData.Diagnostics;

namespace SynthData;

/// <summary>Measures how alike two datasets are.</summary>
internal static class DatasetLikeness
{
    /// <exception cref="SchemaException">The two cannot be compared (SD82), or the schema is wrong (SD1, SD2).</exception>
    /// <exception cref="GenerationException">A file cannot be read (SD5).</exception>
    public static async Task<LikenessReport> RunAsync(LikenessRequest request, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var datasets = new ComparedDatasets(request);
        var compared = ImmutableArray.CreateBuilder<TableLikeness>();
        await foreach (SampledPair pair in datasets.ReadAsync(cancellationToken))
            compared.Add(new TableComparison(pair).Compare(cancellationToken));

        ImmutableArray<TableLikeness> tables = compared.ToImmutable();
        return new LikenessReport(
            tables,
            [.. tables.SelectMany(table => LikenessVerdict.Passed(table, request.Thresholds))],
            [.. datasets.Notes, .. LikenessVerdict.Idle(tables, request.Thresholds)]);
    }
}
