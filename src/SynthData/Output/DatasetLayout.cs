using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>The names and places of a dataset's files on disk.</summary>
/// <param name="Folder">The folder that holds files and manifest, absolute.</param>
/// <param name="ManifestName">The manifest's file name in it.</param>
/// <param name="Staging">The hidden folder beside the target, on the same file system.</param>
/// <param name="FileName">The name of the one file, or null for a folder of files named after tables.</param>
/// <param name="Shard">The part, or null for the whole.</param>
internal sealed record DatasetLayout(string Folder, string ManifestName, string Staging, string? FileName, ManifestShard? Shard)
{
    private const string ManifestStem = "manifest";

    public string ManifestPath => Path.Combine(Folder, ManifestName);

    /// <summary>What the person named: the folder or the file.</summary>
    public string Target => FileName is null ? Folder : Path.Combine(Folder, FileName);

    /// <summary>Places a dataset.</summary>
    /// <param name="target">A folder or a file.</param>
    /// <param name="shard">The part that is written.</param>
    /// <exception cref="GenerationException">SD5003, SD5004.</exception>
    public static DatasetLayout For(OutputTarget target, ManifestShard? shard) => target switch
    {
        FolderTarget folder => ForFolder(folder.Path, shard),
        FileTarget file => ForFile(file.Path, shard),
        _ => throw new ArgumentException("A stream has no place on disk.", nameof(target)),
    };

    /// <summary>The name of the file of a table, or of a dataset where one file holds all.</summary>
    public string NameOf(string stem, IFileFormat format) => FileName ?? $"{stem}{PartOf(Shard)}{format.Extension}";

    private static DatasetLayout ForFolder(string path, ManifestShard? shard)
    {
        string folder = Resolve(path);
        RefuseFiles(folder);
        string part = PartOf(shard);
        return new DatasetLayout(folder, $"{ManifestStem}{part}.json", StagingBeside(folder, part), FileName: null, shard);
    }

    private static DatasetLayout ForFile(string path, ManifestShard? shard)
    {
        string file = Path.GetFullPath(path);
        if (Directory.Exists(file))
            throw new GenerationException(OutputDiagnostics.TargetIsFolder.At(null, file));
        string name = Path.GetFileName(file);
        string folder = Resolve(Path.GetDirectoryName(file)!);
        RefuseFiles(folder);
        return new DatasetLayout(folder, $"{name}.manifest.json", StagingBeside(Path.Combine(folder, name), ""), name, shard);
    }

    private static void RefuseFiles(string folder)
    {
        for (string? parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent))
                throw new GenerationException(OutputDiagnostics.TargetIsFile.At(null, parent));
        }
    }

    // The target of a link may be on another file system, and renames work within one only.
    private static string Resolve(string path)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder;
    }

    private static string StagingBeside(string path, string part)
    {
        string? parent = Path.GetDirectoryName(path);
        return parent is null
            ? throw new GenerationException(OutputDiagnostics.NotWritable.At(null, path, "the root of a file system has no place beside it"))
            : Path.Combine(parent, $".{Path.GetFileName(path)}{part}.partial");
    }

    private static string PartOf(ManifestShard? shard) =>
        shard is null ? "" : string.Create(CultureInfo.InvariantCulture, $".{shard.Number}-of-{shard.Of}");
}
