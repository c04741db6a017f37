namespace SynthData.Benchmarks.StartUps;

/// <summary>One way to build the program, and where the file to start lies once it is built.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Folder">Its folder below that of all programs.</param>
/// <param name="File">The file to start.</param>
/// <param name="Command">The command that builds it, run in the repository; <c>{0}</c> is the folder of all programs, <c>{1}</c> the system.</param>
internal sealed record BuiltProgram(string Name, string Folder, string File, string Command)
{
    private const string Publish = "dotnet publish src/SynthData.Cli -c Release -r {1} --self-contained false -p:PackAsTool=false -v q";

    public static IReadOnlyList<BuiltProgram> AllFor(string system) =>
    [
        new("framework-dependent", "dependent", "SynthData.Cli", $"{Publish} --artifacts-path {{0}}/obj/dependent -o {{0}}/dependent"),
        new("ReadyToRun", "ahead", "SynthData.Cli", $"{Publish} -p:PublishReadyToRun=true --artifacts-path {{0}}/obj/ahead -o {{0}}/ahead"),
        new("single file", system, "synthdata", "build/publish -o {0} {1}"),
        new("ahead of time", "native", "synthdata", "build/publish -o {0} native"),
    ];

    public string PathIn(string programs) => Path.Combine(programs, Folder, File);

    /// <summary>Bytes of all its files.</summary>
    public long SizeIn(string programs) => Directory.EnumerateFiles(Path.Combine(programs, Folder), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    /// <summary>Builds it unless it is there; says why where it cannot be built here.</summary>
    public async Task<string?> BuildAsync(string root, string programs, string system)
    {
        if (System.IO.File.Exists(PathIn(programs)))
            return null;
        string[] words = [.. Command.Split(' ').Select(word => word.Replace("{0}", programs, StringComparison.Ordinal).Replace("{1}", system, StringComparison.Ordinal))];
        (int exitCode, string printed) = await ChildProcess.RunAsync(words[0] == "dotnet" ? "dotnet" : Path.Combine(root, words[0]), root, words[1..]);
        return exitCode == 0 ? null : printed.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? $"its build ended with {exitCode}.";
    }
}
