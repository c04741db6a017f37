using SynthData.Diagnostics;
using SynthData.Testing;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Fixtures;

/// <summary>Checked-in datasets against their schema, in one line.</summary>
public sealed class DriftTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private readonly string made;

    public DriftTests()
    {
        schema = folder.Write("shop.yaml", File.ReadAllText(Shop.Path));
        made = folder.At("made");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--format", "parquet")]
    [InlineData("--rows", "customers=9", "--tables", "orders,lines")]
    [InlineData("--scale", "0.5", "--format", "jsonl")]
    public async Task Files_that_are_what_their_schema_makes_are_right(params string[] options)
    {
        await MakeAsync(options);
        Fixture.Check(schema, made);
    }

    [Fact]
    public async Task One_file_is_checked_like_a_folder()
    {
        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", folder.At("one.csv"), "--tables", "products");
        Assert.True(run.ExitCode == 0, run.Error);
        Fixture.Check(schema, folder.At("one.csv"));
    }

    [Fact]
    public async Task Every_table_and_file_that_differs_is_told()
    {
        await MakeAsync();
        folder.Write("shop.yaml", File.ReadAllText(schema).Replace("range: [3, 250]", "range: [3, 251]", StringComparison.Ordinal));
        await File.AppendAllTextAsync(folder.At("made/orders.csv"), "x", TestContext.Current.CancellationToken);

        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Check(schema, made));
        Assert.Contains("'products'", told.Message, StringComparison.Ordinal);
        Assert.Contains("'lines'", told.Message, StringComparison.Ordinal);
        Assert.Contains("orders.csv", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'customers'", told.Message, StringComparison.Ordinal);
        Assert.Equal(3, told.Diagnostics.Count);
    }

    [Fact]
    public async Task What_it_was_made_with_is_told_and_can_be_said()
    {
        await MakeAsync("--seed", "7", "--as-of", "2024-06-01", "--set", "locale=nl-NL");
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Check(schema, made));
        Assert.Contains("SD8431", told.Message, StringComparison.Ordinal);
        Assert.Contains("was made with seed 7, not 42, as_of 2024-06-01, not 2025-01-01, locale=nl-NL, not en-US", told.Message, StringComparison.Ordinal);
        Fixture.Check(schema, made, new() { Seed = 7, AsOf = new DateOnly(2024, 6, 1), Params = { ["locale"] = "nl-NL" } });
    }

    [Fact]
    public void A_folder_without_a_dataset_is_told() =>
        Assert.Equal("SD5031", Assert.Throws<GenerationException>(() => Fixture.Check(schema, folder.At("nothing"))).Diagnostic.Code);

    private async Task MakeAsync(params string[] options)
    {
        CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", made, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
