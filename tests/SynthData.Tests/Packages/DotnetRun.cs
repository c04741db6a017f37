using System.Diagnostics;

namespace SynthData.Tests.Packages;

/// <summary>A program that ran to its end: what it printed, on both streams together, and its exit code.</summary>
internal sealed record DotnetRun(string CommandLine, int ExitCode, string Output)
{
    // What an outer SDK told the tests is not for the inner one, and a server left behind would keep the streams open.
    private static readonly string[] OfTheOuter = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH"];

    public static Task<DotnetRun> OfAsync(string workingFolder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        OfProgramAsync("dotnet", workingFolder, environment, arguments);

    public static async Task<DotnetRun> OfProgramAsync(
        string program, string workingFolder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in OfTheOuter)
            start.Environment.Remove(name);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new DotnetRun($"{program} {string.Join(' ', arguments)}", process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public DotnetRun AssertDone()
    {
        Assert.True(ExitCode == 0, $"{CommandLine} ended with {ExitCode}:\n{Output}");
        return this;
    }
}
