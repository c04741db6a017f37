using System.Runtime.InteropServices;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Packages;

/// <summary>The packages as they would be published, made once in a folder of their own, and a machine that knows no other source.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private readonly TemporaryFolder work = new();

    /// <summary>What packing printed.</summary>
    public string Printed { get; private set; } = "";

    public string Folder => work.At("feed");

    /// <summary>A configuration of NuGet whose only source is the feed.</summary>
    public string OnlyTheFeed { get; private set; } = "";

    /// <summary>A configuration of NuGet that takes ours from the feed and what others made from the packages this machine restored to build us.</summary>
    public string FeedAndMachine { get; private set; } = "";

    public string PathOf(string package, string extension = "nupkg") => Path.Combine(Folder, $"{package}.{SynthData.Cli.ToolVersion.Text}.{extension}");

    public async ValueTask InitializeAsync()
    {
        // For the system the tests run on; build/pack makes them for more.
        DotnetRun packed = await DotnetRun.OfAsync(
            Repository.Root, new Dictionary<string, string>(), "pack", Path.Combine("build", "Packages.slnf"), "-c", "Release", "--artifacts-path", work.At("artifacts"), "-o", Folder,
            $"-p:ReadyToRunRuntimes={RuntimeInformation.RuntimeIdentifier}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", "-v", "q");
        Printed = packed.AssertDone().Output;
        OnlyTheFeed = work.Write("offline/nuget.config", Configuration($"""<add key="feed" value="{Folder}" />"""));
        FeedAndMachine = work.Write(
            "machine/nuget.config",
            Configuration(
                $"""<add key="feed" value="{Folder}" /><add key="machine" value="{await MachineFolderAsync()}" />""",
                """<packageSource key="feed"><package pattern="SynthData*" /></packageSource><packageSource key="machine"><package pattern="*" /></packageSource>"""));
    }

    public ValueTask DisposeAsync()
    {
        work.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the SDK as on a new machine: an empty home, no packages, and nobody behind the network.</summary>
    internal Task<DotnetRun> OnNewMachineAsync(string workingFolder, params string[] arguments)
    {
        Dictionary<string, string> environment = new()
        {
            ["HOME"] = work.At("home"),
            ["USERPROFILE"] = work.At("home"),
            ["DOTNET_CLI_HOME"] = work.At("home"),
            ["NUGET_PACKAGES"] = work.At("packages"),
            ["HTTP_PROXY"] = "http://127.0.0.1:9",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
        };
        Directory.CreateDirectory(work.At("home"));
        return DotnetRun.OfAsync(workingFolder, environment, arguments);
    }

    private static async Task<string> MachineFolderAsync()
    {
        DotnetRun told = await DotnetRun.OfAsync(Repository.Root, new Dictionary<string, string>(), "nuget", "locals", "global-packages", "--list");
        return told.AssertDone().Output.Split(": ")[^1].Trim();
    }

    private static string Configuration(string sources, string mapping = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources><clear />{sources}</packageSources>
          <packageSourceMapping><clear />{mapping}</packageSourceMapping>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>

        """;
}

/// <summary>The tests that share the packed feed, one after another.</summary>
[CollectionDefinition]
public sealed class SharedFeed : ICollectionFixture<PackedFeed>;
