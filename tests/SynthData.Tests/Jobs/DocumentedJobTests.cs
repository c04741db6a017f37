using System.Collections.Immutable;
using SynthData.Cli.Arguments;
using SynthData.Jobs;
using SynthData.Tests.Documents;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Jobs;

/// <summary>The page about jobs: every job on it is one, and every key is told of.</summary>
public class DocumentedJobTests
{
    private static readonly string Page = Path.Combine("docs", "jobs.md");

    [Fact]
    public void Every_job_shown_is_planned_beside_the_ready_made_schemas()
    {
        string[] shown = [.. Markdown.Blocks(Page, "yaml")];
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("schemas"), "*.yaml"))
            File.Copy(file, folder.At(Path.GetFileName(file)));

        Assert.True(shown.Length >= 2);
        foreach (string job in shown)
        {
            string path = folder.Write("job.yaml", job);
            JobPlan plan = JobOptions.Plan(path, new JobRequest(ImmutableDictionary<string, string>.Empty, AsOf: null, _ => null), [], []);
            Assert.NotEmpty(plan.Datasets);
        }
    }

    [Fact]
    public void Every_key_is_told_of()
    {
        string page = File.ReadAllText(Repository.PathOf(Page));
        Assert.All(JobKeys.OfJob.Concat(JobKeys.OfDataset).Concat(JobKeys.OfLimits), key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }
}
