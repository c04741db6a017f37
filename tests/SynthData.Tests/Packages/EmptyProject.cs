namespace SynthData.Tests.Packages;

/// <summary>What <c>dotnet new console</c> gives, with the library's package.</summary>
internal static class EmptyProject
{
    /// <summary>Builds a program on a machine that has the feed and the packages of others, runs it in the project's folder, and gives what it printed.</summary>
    public static async Task<string> RunAsync(PackedFeed feed, TemporaryFolder project, string program)
    {
        project.Write("nuget.config", File.ReadAllText(feed.FeedAndMachine));
        project.Write("Program.cs", program);
        project.Write("Sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603</WarningsNotAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SynthData" Version="{SynthData.Cli.ToolVersion.Text}" />
              </ItemGroup>
            </Project>
            """);
        (await feed.OnNewMachineAsync(project.Path, "build", "-c", "Release", "-o", project.At("built"), "-v", "q")).AssertDone();
        return (await feed.OnNewMachineAsync(project.Path, project.At("built/Sample.dll"))).AssertDone().Output.ReplaceLineEndings("\n");
    }
}
