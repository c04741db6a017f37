using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Cli;

public class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("init")]
    [InlineData("generate")]
    [InlineData("compile")]
    [InlineData("preview")]
    [InlineData("plan")]
    [InlineData("validate")]
    [InlineData("compare")]
    [InlineData("merge")]
    [InlineData("codegen")]
    [InlineData("run")]
    [InlineData("types")]
    [InlineData("journal")]
    [InlineData("journal show")]
    [InlineData("journal verify")]
    [InlineData("journal compact")]
    [InlineData("explain")]
    [InlineData("completion")]
    [InlineData("man")]
    public async Task The_page_of_each_command_is_as_checked_in(string command)
    {
        CommandLine run = await CommandLine.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Snapshot.Match(run.Output, command.Length == 0 ? "help" : $"help-{command.Replace(' ', '-')}");
    }
}
