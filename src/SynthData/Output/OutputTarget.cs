namespace SynthData.Output;

/// <summary>Where a dataset goes.</summary>
public abstract class OutputTarget
{
    private protected OutputTarget()
    {
    }

    /// <summary>A folder with one file a table and a manifest; made when it is missing.</summary>
    /// <param name="path">The folder.</param>
    public static OutputTarget Folder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FolderTarget(path);
    }

    /// <summary>One file for the one written table, its manifest beside it as <c>FILE.manifest.json</c>.</summary>
    /// <param name="path">The file.</param>
    public static OutputTarget File(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileTarget(path);
    }

    /// <summary>A stream for the one written table: bytes as they are made, no manifest. Left open.</summary>
    /// <param name="stream">Writable; need not seek.</param>
    public static OutputTarget Stream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamTarget(stream);
    }
}

/// <summary>See <see cref="OutputTarget.Folder"/>.</summary>
internal sealed class FolderTarget(string path) : OutputTarget
{
    public string Path => path;
}

/// <summary>See <see cref="OutputTarget.File"/>.</summary>
internal sealed class FileTarget(string path) : OutputTarget
{
    public string Path => path;
}

/// <summary>See <see cref="OutputTarget.Stream"/>.</summary>
internal sealed class StreamTarget(Stream stream) : OutputTarget
{
    public Stream Sink => stream;
}
