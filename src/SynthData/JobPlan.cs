using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Jobs;

namespace SynthData;

/// <summary>A job whose schemas were read and whose plans were made: nothing of it is wrong before the first row.</summary>
/// <param name="Datasets">In the order in which they are made.</param>
internal sealed record JobPlan(JobFile Job, ImmutableArray<PlannedDataset> Datasets)
{
    /// <summary>What is odd but no error, of all datasets that are made.</summary>
    public ImmutableArray<Diagnostic> Warnings => [.. Datasets.Where(dataset => dataset.IsChosen).SelectMany(dataset => dataset.Plan.Warnings.Select(warning => PlannedDataset.Tell(dataset.Written, warning)))];

    public PlannedDataset Find(string name) => Datasets.First(dataset => dataset.Name == name);
}
