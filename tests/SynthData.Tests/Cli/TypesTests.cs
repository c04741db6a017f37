namespace SynthData.Tests.Cli;

public class TypesTests
{
    [Fact]
    public async Task Every_kind_of_column_is_listed_and_what_comes_later_is_not()
    {
        CommandLine run = await CommandLine.RunAsync("types");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(["sequence", "references", "lognormal", "mixture", "person.full_name", "place.city"], name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("series", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_keeps_what_mentions_it()
    {
        CommandLine run = await CommandLine.RunAsync("types", "ZIPF", "--json");
        var line = Assert.Single(run.Json().GetProperty("result").EnumerateArray());
        Assert.Equal("zipf", line.GetProperty("name").GetString());
        Assert.Equal("{ zipf: 1.1 }", line.GetProperty("example").GetString());
    }

    [Fact]
    public async Task A_filter_that_keeps_nothing_is_usage() => (await CommandLine.RunAsync("types", "person.fullname")).AssertRefused(2, "SD8119", "person.full_name");
}
