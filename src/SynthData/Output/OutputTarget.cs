namespace SynthData.Output;

/// <summary>Where a dataset is written.</summary>
public abstract record OutputTarget
{
    private OutputTarget()
    {
    }

    /// <summary>A folder: one file a table and <c>manifest.json</c>.</summary>
    public static OutputTarget Folder(string path) => new FolderTarget(path);

    /// <summary>A single file of a one-table schema, with <c>FILE.manifest.json</c> beside it.</summary>
    public static OutputTarget File(string path) => new FileTarget(path);

    /// <summary>A stream, such as standard output, for a one-table schema; no manifest is written.</summary>
    public static OutputTarget Stream(Stream stream) => new StreamTarget(stream);

    internal sealed record FolderTarget(string Path) : OutputTarget;

    internal sealed record FileTarget(string Path) : OutputTarget;

    internal sealed record StreamTarget(Stream Bytes) : OutputTarget;
}
