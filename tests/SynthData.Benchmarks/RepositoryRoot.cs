namespace SynthData.Benchmarks;

/// <summary>The folder of the repository that a benchmark was built in.</summary>
internal static class RepositoryRoot
{
    public static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SynthData.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The benchmark is not inside its repository.");
    }
}
