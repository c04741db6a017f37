using SynthData.Manifest;
using SynthData.Output;

namespace SynthData.Tests.Output;

public class CommitCrashTests
{
    /// <summary>A copy of the disk after each step of a commit is what a power cut there leaves.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Cut_off_after_any_step_there_is_no_manifest_over_half_a_dataset_and_the_next_run_finishes(string format)
    {
        using TemporaryFolder folder = new();
        RunManifest old = await new TestRun(folder["disk/out"]).WriteAsync();
        List<(CommitStep Step, string Copy)> cuts = [];
        TestRun run = new(folder["disk/out"]) { Seed = 2, Format = format, IsOverwrite = true };
        RunManifest made = await (run with
        {
            Probe = step =>
            {
                string copy = folder[$"cut {cuts.Count}"];
                Copy(folder["disk"], copy);
                cuts.Add((step, copy));
            },
        }).WriteAsync();

        Assert.Equal(
            [CommitStep.Staged, CommitStep.OldManifestTaken, CommitStep.FileMoved, CommitStep.FileMoved, CommitStep.OldFilesRemoved, CommitStep.ManifestMoved],
            cuts.Select(cut => cut.Step));
        foreach ((CommitStep step, string copy) in cuts)
        {
            Assert.Null(await DatasetCheck.FaultAsync(Path.Combine(copy, "out")));
            RunManifest? seen = ExistingDataset.Read(DatasetLayout.For(OutputTarget.Folder(Path.Combine(copy, "out")), null));
            Assert.Equal(step switch { CommitStep.Staged => old.Seed, CommitStep.ManifestMoved => made.Seed, _ => null }, seen?.Seed);

            // The same run again finds that it was settled, and finishes it.
            await using DatasetWriter writer = await (run with { Path = Path.Combine(copy, "out"), IsOverwrite = false }).OpenAsync();
            Assert.True(writer.State.IsComplete);
            Assert.Equal(ManifestJson.Print(made), File.ReadAllBytes(Path.Combine(copy, "out", "manifest.json")));
            Assert.Null(await DatasetCheck.FaultAsync(Path.Combine(copy, "out")));
            Assert.Equal(3, Directory.GetFiles(Path.Combine(copy, "out")).Length);
        }
    }

    [Theory]
    [InlineData(nameof(CommitStep.Staged))]
    [InlineData(nameof(CommitStep.OldManifestTaken))]
    [InlineData(nameof(CommitStep.FileMoved))]
    [InlineData(nameof(CommitStep.OldFilesRemoved))]
    public async Task A_commit_that_fails_half_way_is_finished_by_the_next_run(string failing)
    {
        using TemporaryFolder folder = new();
        await new TestRun(folder["out"]).WriteAsync();
        TestRun run = new(folder["out"]) { Seed = 2, IsOverwrite = true };
        await Assert.ThrowsAnyAsync<Exception>(() => (run with
        {
            Probe = step =>
            {
                if (step.ToString() == failing)
                    throw new InvalidOperationException("cut");
            },
        }).WriteAsync());
        Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));

        // A run with other wishes finishes it as well, and then finds another dataset.
        await using (DatasetWriter writer = await (run with { Seed = 3 }).OpenAsync())
        {
            Assert.Equal(2UL, writer.State.Manifest!.Seed);
            Assert.Null(await DatasetCheck.FaultAsync(folder["out"]));
        }

        Assert.Equal([folder["out"]], Directory.GetFileSystemEntries(folder.Path));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string directory in Directory.GetDirectories(from))
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));

        // The lock is held, and would be free after a power cut.
        foreach (string file in Directory.GetFiles(from))
        {
            if (Path.GetFileName(file) == "lock")
                File.WriteAllText(Path.Combine(to, "lock"), "");
            else
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
