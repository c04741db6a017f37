using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Moves a staged dataset into place so that a manifest never stands over half of it.</summary>
/// <remarks>
/// Once the manifest is whole in the staging folder the outcome is settled, and every step after can be taken again: a run that
/// finds a staged manifest finishes that commit before its own work. Order: the old manifest leaves the folder, files are renamed,
/// files that only the old manifest names are removed, the new manifest is renamed; folders are synced before and after.
/// </remarks>
internal sealed class DatasetCommit(DatasetLayout layout, StagingFolder staging, Action<CommitStep>? probe = null)
{
    private const string NewManifest = "manifest.json";
    private const string OldManifest = "manifest.old.json";

    /// <summary>True when a commit was under way as its run ended.</summary>
    public bool IsUnderWay => File.Exists(staging.PathOf(NewManifest));

    /// <summary>Settles the outcome and carries it out. The files the manifest names are whole and synced in the staging folder.</summary>
    public void Run(RunManifest manifest)
    {
        OutputFailure.Guard(staging.Path, () =>
        {
            string temporary = staging.PathOf(NewManifest + ".tmp");
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(ManifestJson.Print(manifest));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, staging.PathOf(NewManifest), overwrite: true);
            DirectorySync.Flush(staging.Path);
        });
        probe?.Invoke(CommitStep.Staged);
        Finish();
    }

    /// <summary>Carries out a commit whose outcome is settled.</summary>
    public void Finish()
    {
        RunManifest manifest = ManifestFile(staging.PathOf(NewManifest))!;
        OutputFailure.Guard(layout.Target, () => Move(manifest));
        staging.Clean();
    }

    private static RunManifest? ManifestFile(string path) => File.Exists(path) ? ManifestReader.Read(File.ReadAllBytes(path), path) : null;

    private static IEnumerable<string> NamesOf(RunManifest? manifest) =>
        manifest is null ? [] : manifest.Tables.SelectMany(table => table.Files).Select(file => file.Path);

    private void Move(RunManifest manifest)
    {
        Directory.CreateDirectory(layout.Folder);
        if (File.Exists(layout.ManifestPath))
        {
            File.Move(layout.ManifestPath, staging.PathOf(OldManifest), overwrite: true);
            DirectorySync.Flush(layout.Folder);
            probe?.Invoke(CommitStep.OldManifestTaken);
        }

        foreach (string name in NamesOf(manifest))
        {
            if (!File.Exists(staging.PathOf(name)))
                continue;
            File.Move(staging.PathOf(name), Path.Combine(layout.Folder, name), overwrite: true);
            probe?.Invoke(CommitStep.FileMoved);
        }

        foreach (string name in NamesOf(ManifestFile(staging.PathOf(OldManifest))).Except(NamesOf(manifest), StringComparer.Ordinal))
            File.Delete(Path.Combine(layout.Folder, name));
        probe?.Invoke(CommitStep.OldFilesRemoved);

        DirectorySync.Flush(layout.Folder);
        File.Move(staging.PathOf(NewManifest), layout.ManifestPath);
        DirectorySync.Flush(layout.Folder);
        if (Path.GetDirectoryName(layout.Folder) is { } parent)
            DirectorySync.Flush(parent);
        probe?.Invoke(CommitStep.ManifestMoved);
    }
}
