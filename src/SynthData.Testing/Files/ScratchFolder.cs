namespace SynthData.Testing.Files;

/// <summary>A temporary folder that is removed when it is disposed, or else when the process ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly IDisposable atEnd;

    public ScratchFolder() => atEnd = ProcessEnd.Call(Remove);

    public string Path { get; } = Directory.CreateTempSubdirectory("synthdata-").FullName;

    public void Dispose() => atEnd.Dispose();

    private void Remove()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file that somebody still reads cannot be removed on every system; what is left then is the system's to clear.
        }
    }
}
