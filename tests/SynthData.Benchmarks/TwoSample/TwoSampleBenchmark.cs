using SynthData.Comparing.Sampling;
using SynthData.Diagnostics;

namespace SynthData.Benchmarks.TwoSample;

/// <summary>Prints, for every table of two datasets, how well a classifier tells them apart.</summary>
internal static class TwoSampleBenchmark
{
    public static async Task RunAsync(TwoSampleOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        Dataset? schema = options.Schema is { } path ? Dataset.Open(path) : null;
        var datasets = new ComparedDatasets(new LikenessRequest(options.A, options.B, schema) { SampleRows = options.Rows });
        await output.WriteLineAsync($"Area under the ROC curve on rows held out; 0.5 is indistinguishable. {options.A} against {options.B}.");
        await foreach (SampledPair pair in datasets.ReadAsync(cancellationToken))
        {
            await output.WriteLineAsync(TwoSampleTest.Run(pair, options.Without) is { } result
                ? FormattableString.Invariant(
                    $"{result.Table}: {result.Area:0.000} (chance alone: 0.500 ± {result.Chance:0.000}; {result.Learnt} rows of each learnt, {result.HeldOut} held out)")
                : $"{pair.Table}: fewer than {TwoSampleTest.LeastRows} rows of one side, nothing is said");
        }

        foreach (Diagnostic note in datasets.Notes)
            await output.WriteLineAsync(note.ToString());
    }
}
