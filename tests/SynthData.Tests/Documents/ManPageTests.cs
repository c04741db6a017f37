using System.Diagnostics;
using System.Text.RegularExpressions;
using SynthData.Cli;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

public partial class ManPageTests
{
    [Fact]
    public async Task The_page_is_as_checked_in() => Snapshot.MatchFile(await PageAsync(), Repository.PathOf("docs", "man", "synthdata.1"));

    [Fact]
    public async Task The_page_is_ASCII_and_holds_every_command()
    {
        string page = await PageAsync();
        Assert.All(page, letter => Assert.InRange(letter, '\n', '~'));
        string[] commands = [.. SynthData.Cli.Commands.CommandTree.Build().Root.Subcommands.Select(command => command.Name)];
        Assert.All(commands, command => Assert.Contains($"\n.SS synthdata {command}", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("groff", "-man", "-ww", "-Tutf8", "-z")]
    [InlineData("mandoc", "-T", "lint", "-W", "warning")]
    public async Task Readers_of_manual_pages_find_nothing_wrong(string reader, params string[] options)
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, reader))), $"{reader} is not installed here.");
        ProcessStartInfo start = new(reader, options) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(await PageAsync());
        process.StandardInput.Close();
        string found = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, found));
    }

    [Fact]
    public void Every_variable_that_the_code_reads_is_on_it()
    {
        string[] read =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("Diagnostics", StringComparison.Ordinal))
                .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
                .Distinct(),
        ];
        Assert.True(read.Length >= 6);
        Assert.All(read, name => Assert.Contains(EnvironmentVariable.All, variable => variable.Name == name || variable.About.Contains(name, StringComparison.Ordinal)));
    }

    private static async Task<string> PageAsync() => (await CommandLine.RunAsync("man")).Output;

    [GeneratedRegex("nvironment[^\"\n]*\"([A-Z][A-Z_]+)\"")]
    private static partial Regex Variable();
}
