using System.Collections.Concurrent;

namespace SynthData.Testing.Files;

/// <summary>A temporary folder that is removed when it is disposed, or else when the process ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private static readonly ConcurrentDictionary<string, ScratchFolder> Open = new(StringComparer.Ordinal);

    static ScratchFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (ScratchFolder folder in Open.Values)
            folder.Dispose();
    };

    public ScratchFolder()
    {
        Path = Directory.CreateTempSubdirectory("synthdata-").FullName;
        Open[Path] = this;
    }

    public string Path { get; }

    // A file that somebody still reads cannot be removed on every system; what is left then is the system's to clear.
    public void Dispose()
    {
        if (!Open.TryRemove(Path, out _))
            return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Open[Path] = this;
        }
    }
}
