using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>Puts datasets behind those that they need.</summary>
internal static class JobOrder
{
    /// <summary>Sorts them, else in the order written; needs that are not there and circles are told.</summary>
    /// <param name="names">All names of the job, those of datasets that could not be read among them.</param>
    public static ImmutableArray<JobDataset> Sort(ImmutableArray<JobDataset> datasets, IReadOnlyCollection<string> names, SchemaReading reading)
    {
        foreach (JobDataset dataset in datasets)
        {
            string[] others = [.. names.Where(name => name != dataset.Name)];
            foreach (string need in dataset.Needs.Where(need => !others.Contains(need)))
            {
                string listed = others.Length == 0 ? "none" : string.Join(", ", others);
                reading.Report(JobDiagnostics.UnknownNeed, dataset.At("needs"), dataset.Name, need, Suggestion.For(need, others), listed);
            }
        }

        var sorted = ImmutableArray.CreateBuilder<JobDataset>();
        var path = new List<string>();
        foreach (JobDataset dataset in datasets)
            Place(dataset);
        return sorted.ToImmutable();

        void Place(JobDataset dataset)
        {
            if (sorted.Contains(dataset))
                return;
            path.Add(dataset.Name);
            foreach (JobDataset needed in datasets.Where(other => other != dataset && dataset.Needs.Contains(other.Name)))
            {
                if (path.IndexOf(needed.Name) is >= 0 and var first)
                    reading.Report(JobDiagnostics.Circle, datasets.First(other => other.Name == path[first]).At("needs"), string.Join(" > ", [.. path[first..], needed.Name]));
                else
                    Place(needed);
            }

            path.RemoveAt(path.Count - 1);
            if (!sorted.Contains(dataset))
                sorted.Add(dataset);
        }
    }
}
