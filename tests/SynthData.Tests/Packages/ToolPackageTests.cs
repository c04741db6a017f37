using System.Runtime.InteropServices;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Packages;

[Collection(typeof(SharedFeed))]
public class ToolPackageTests(PackedFeed feed)
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    [Fact]
    public async Task The_tool_is_installed_and_runs_where_the_feed_is_all_there_is()
    {
        using TemporaryFolder folder = new();
        DotnetRun installed = await feed.OnNewMachineAsync(
            folder.Path, "tool", "install", "SynthData.Tool", "--tool-path", folder.At("tools"), "--configfile", feed.OnlyTheFeed);
        Assert.Contains("synthdata", installed.AssertDone().Output, StringComparison.Ordinal);

        string synthdata = folder.At(OperatingSystem.IsWindows() ? "tools/synthdata.exe" : "tools/synthdata");
        DotnetRun version = await DotnetRun.OfProgramAsync(synthdata, folder.Path, NoEnvironment, "--version");
        Assert.Equal((await CommandLine.RunAsync("--version")).Output, version.AssertDone().Output);
        DotnetRun types = await DotnetRun.OfProgramAsync(synthdata, folder.Path, NoEnvironment, "types");
        Assert.Equal((await CommandLine.RunAsync("types")).Output, types.AssertDone().Output);

        string schema = Repository.PathOf("schemas", "bike-shop.yaml");
        DotnetRun made = await DotnetRun.OfProgramAsync(synthdata, folder.Path, NoEnvironment, "generate", schema, "-o", folder.At("installed"));
        made.AssertDone();
        CommandLine ours = await CommandLine.RunAsync("generate", schema, "-o", folder.At("ours"));
        Assert.Equal(0, ours.ExitCode);
        foreach (string file in Directory.EnumerateFiles(folder.At("ours")))
            Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(folder.At("installed"), Path.GetFileName(file))));
    }

    [Fact]
    public void The_tool_is_compiled_ahead_for_this_system_and_comes_as_it_is_for_any_other()
    {
        string system = RuntimeInformation.RuntimeIdentifier;
        Assert.True(PackageFile.IsCompiledAhead(feed.PathOf($"SynthData.Tool.{system}"), $"tools/net10.0/{system}/SynthData.dll"));
        Assert.True(PackageFile.IsCompiledAhead(feed.PathOf($"SynthData.Tool.{system}"), $"tools/net10.0/{system}/YamlDotNet.dll"));
        Assert.False(PackageFile.IsCompiledAhead(feed.PathOf("SynthData.Tool.any"), "tools/net10.0/any/SynthData.dll"));
    }

    [Fact]
    public void A_person_who_looks_at_the_tool_package_reads_what_it_is() =>
        PackageFile.AssertTellsWhatItIs(feed.PathOf("SynthData.Tool"), Repository.PathOf("src", "SynthData.Cli", "README.md"));
}
