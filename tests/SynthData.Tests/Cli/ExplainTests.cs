namespace SynthData.Tests.Cli;

public class ExplainTests
{
    [Fact]
    public async Task A_code_gives_its_page_whatever_its_case()
    {
        CommandLine run = await CommandLine.RunAsync("explain", "sd8109");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("SD8109 (usage, error)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("What to do: Write '… TABLE=…'", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_gives_the_page_in_parts()
    {
        CommandLine run = await CommandLine.RunAsync("explain", "SD9001", "--json");
        Assert.Equal("Ours", run.Json().GetProperty("result").GetProperty("family").GetString());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task An_unknown_code_is_usage() => (await CommandLine.RunAsync("explain", "SD8I09")).AssertRefused(2, "SD8118", "Did you mean 'SD8109'?");
}
