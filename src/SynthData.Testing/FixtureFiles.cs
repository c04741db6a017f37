using SynthData.Manifest;
using SynthData.Output;
using SynthData.Testing.Files;

namespace SynthData.Testing;

/// <summary>Tables written as files into a temporary folder of their own, with their manifest.</summary>
/// <remarks>The folder and all in it are removed when this is disposed, or else when the process ends. A test may change the files: nobody else has them.</remarks>
public sealed class FixtureFiles : IDisposable
{
    private readonly ScratchFolder folder;

    private FixtureFiles(ScratchFolder folder, RunManifest manifest)
    {
        this.folder = folder;
        Manifest = manifest;
    }

    /// <summary>The full path of the folder.</summary>
    public string Folder => folder.Path;

    /// <summary>What was written.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The full path of a table's file.</summary>
    /// <param name="table">The table's name.</param>
    /// <exception cref="FixtureException">There is no such table among those written (SD8425).</exception>
    public string this[string table]
    {
        get
        {
            string found = TableName.Known(table, [.. Manifest.Tables.Select(one => one.Name)]);
            return Path.Combine(Folder, Manifest.Tables.First(one => one.Name == found).Files[0].Path);
        }
    }

    internal static FixtureFiles Write(GenerationPlan plan, string format)
    {
        var folder = new ScratchFolder();
        try
        {
            return new FixtureFiles(folder, Waiting.For(() => plan.WriteAsync(OutputTarget.Folder(folder.Path), new RunOptions { Format = format })));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => folder.Dispose();
}
