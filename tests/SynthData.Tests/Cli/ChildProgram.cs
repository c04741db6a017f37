using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SynthData.Tests.Cli;

/// <summary>The program in a process of its own, for what only a process has: signals, a working folder, real streams.</summary>
internal sealed partial class ChildProgram : IDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    // The program's own folder beside the tests': theirs lacks what their shared framework brings.
    public static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
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

    public static ChildProgram Start(string folder, params IEnumerable<string> args) => Start(folder, new Dictionary<string, string>(), args);

    public static ChildProgram Start(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> args)
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
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new ChildProgram(start);
    }

    /// <summary>Runs a line of the shell, in which <c>"$0" "$@"</c> is the program with its arguments.</summary>
    public static ChildProgram StartShell(string folder, string line, params IEnumerable<string> args)
    {
        ProcessStartInfo start = new("sh") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string arg in (IEnumerable<string>)["-c", line, "dotnet", Path, .. args])
            start.ArgumentList.Add(arg);
        return new ChildProgram(start);
    }

    /// <summary>Ends the process as a power cut would: nothing of it runs any more.</summary>
    public void Kill() => process.Kill();

    public void Send(int signal) => Assert.Equal(0, SendSignal(process.Id, signal));

    public async Task<CommandLine> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandLine(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
