using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SynthData.Tests.Cli;

/// <summary>The program in a process of its own, for what only a process has: signals, a working folder, real streams.</summary>
internal sealed partial class ChildProgram : IDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    // The program's own folder beside the tests': theirs lacks what their shared framework brings.
    private static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SynthData.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "SynthData.Cli.dll"));

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private ChildProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public static ChildProgram Start(string folder, params IEnumerable<string> args)
    {
        // A shell may have started the tests with the interrupt ignored, which children inherit; 'env' gives it back.
        bool restoresSignals = OperatingSystem.IsLinux();
        ProcessStartInfo start = new(restoresSignals ? "env" : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] prefix = restoresSignals ? ["--default-signal=INT", "dotnet"] : [];
        foreach (string arg in (IEnumerable<string>)[.. prefix, Path, .. args])
            start.ArgumentList.Add(arg);
        return new ChildProgram(start);
    }

    public void Send(int signal) => Assert.Equal(0, Kill(process.Id, signal));

    public async Task<CommandLine> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandLine(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
