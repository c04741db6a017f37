using System.Text;
using System.Text.Json;
using SynthData.Catalogue;
using SynthData.Cli;

namespace SynthData.Tests.Cli;

public class TypesTests
{
    [Fact]
    public async Task Every_kind_of_column_is_listed()
    {
        CommandLine run = await CommandLine.RunAsync("types");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(["sequence", "references", "series", "lognormal", "mixture", "person.full_name", "place.city"], name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
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
    public async Task There_are_at_least_ninety_semantic_types_in_the_groups_people_look_for()
    {
        CommandLine run = await CommandLine.RunAsync("types", "--json");
        JsonElement[] semantic = [.. run.Json().GetProperty("result").EnumerateArray().Where(line => line.TryGetProperty("entity", out _))];
        Assert.InRange(semantic.Length, 90, 400);
        Assert.Equal(
            ["commerce", "company", "contact", "finance", "health", "internet", "person", "place", "technology", "text", "time", "transport"],
            semantic.Select(line => line.GetProperty("name").GetString()!.Split('.')[0]).Distinct().Order());
        Assert.All(semantic, line => Assert.All(line.GetProperty("locales").EnumerateArray(), locale => Assert.NotEqual("", locale.GetProperty("example").GetString())));
    }

    [Fact]
    public async Task A_terminal_of_100_columns_shows_a_line_for_each_semantic_type_with_its_name_whole()
    {
        using MemoryStream output = new();
        int code = await SynthDataProgram.RunAsync(
            ["types"], new Terminal(output, TextWriter.Null, name => name == "NO_COLOR" ? "1" : null) { IsOutputInteractive = true, Width = 100 },
            TestContext.Current.CancellationToken);
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');

        Assert.Equal(0, code);
        Assert.All(SemanticTypes.All, type => Assert.Single(lines, line => line.StartsWith(type.Name + " ", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, 100));
    }

    [Theory]
    [InlineData("ja-JP", false)]
    [InlineData("de-de", true)]
    public async Task A_locale_is_listed_with_what_it_has_and_nothing_else(string locale, bool hasCities)
    {
        CommandLine run = await CommandLine.RunAsync("types", locale);
        CommandLine json = await CommandLine.RunAsync("types", locale, "--json");
        string[] names = [.. json.Json().GetProperty("result").EnumerateArray().Select(line => line.GetProperty("name").GetString()!)];

        Assert.Equal(0, run.ExitCode);
        Assert.All(names, name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
        Assert.Equal(
            SemanticTypes.All.Where(type => SemanticTypes.LocalesOf(type).Contains(locale, StringComparer.OrdinalIgnoreCase)).Select(type => type.Name), names);
        Assert.Equal(hasCities, names.Contains("place.city"));
        Assert.Contains("are the same in every locale", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_listed_with_what_each_type_is_and_nothing_else_is()
    {
        CommandLine run = await CommandLine.RunAsync("types", "finance");
        Assert.Contains("ISO 13616", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("internet.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("zipf", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_alone_has_a_page_with_its_standard_its_names_and_an_example_of_each_locale()
    {
        CommandLine run = await CommandLine.RunAsync("types", "finance.iban");
        Assert.All(
            ["{ semantic: finance.iban }", "ISO 13616", "MOD 97-10", "finance.account_number", "iban_number", "nl-NL", "de-DE", "10,000,000,000"],
            text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.Contains(SemanticTypes.Find("finance.iban")!.Example("fr-FR"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_keeps_nothing_is_usage() => (await CommandLine.RunAsync("types", "person.fullname")).AssertRefused(2, "SD8119", "person.full_name");
}
