using System.Diagnostics;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Pipelines;

/// <summary>A copy of <c>examples/ci/repository</c>, where the shell knows the built program as <c>synthdata</c>.</summary>
internal sealed class SampleRepository : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SampleRepository()
    {
        string sample = Repository.PathOf("examples", "ci", "repository");
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
            folder.Write($"repository/{System.IO.Path.GetRelativePath(sample, file)}", File.ReadAllText(file));
        folder.Write("before.sh", $"synthdata() {{ dotnet '{ChildProgram.Path}' \"$@\"; }}\n");
    }

    public string Path => folder.At("repository");

    public string At(string path) => System.IO.Path.Combine(Path, path);

    public void Replace(string path, string old, string with)
    {
        string text = File.ReadAllText(At(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(At(path), text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Runs a script as GitHub's runner and GitLab's run one for bash.</summary>
    public async Task<CommandLine> RunAsync(string script, IReadOnlyDictionary<string, string> environment)
    {
        ProcessStartInfo start = new("bash", ["--noprofile", "--norc", "-eo", "pipefail", folder.Write("step.sh", script)])
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BASH_ENV"] = folder.At("before.sh");
        start.Environment["GITHUB_PATH"] = folder.At("github-path");
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandLine(process.ExitCode, await output, error);
    }

    public void Dispose() => folder.Dispose();
}
