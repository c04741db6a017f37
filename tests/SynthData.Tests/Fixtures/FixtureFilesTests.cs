using SynthData.Diagnostics;
using SynthData.Testing;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Fixtures;

/// <summary>Files in a temporary folder.</summary>
public class FixtureFilesTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    [InlineData("jsonl")]
    public async Task Files_are_those_that_generate_makes(string format)
    {
        using FixtureFiles files = Fixture.Open("shop.yaml").Files(format);
        Assert.EndsWith($"orders.{format}", files["orders"], StringComparison.Ordinal);
        Assert.True(File.Exists(files["lines"]));
        CommandLine check = await CommandLine.RunAsync("generate", Shop.Path, "-o", files.Folder, "--check");
        Assert.True(check.ExitCode == 0, check.Error);
    }

    [Fact]
    public void Everybody_has_a_folder_of_his_own_until_he_disposes_it()
    {
        Fixture shop = Fixture.Open("shop.yaml", new() { Tables = ["products"] });
        FixtureFiles first = shop.Files();
        using FixtureFiles second = shop.Files();
        Assert.NotEqual(first.Folder, second.Folder);
        first.Dispose();
        first.Dispose();
        Assert.False(Directory.Exists(first.Folder));
        Assert.Equal(13, File.ReadAllLines(second["products"]).Length);
        Assert.Contains("SD8425", Assert.Throws<FixtureException>(() => second["orders"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_is_none_is_refused_and_leaves_no_folder()
    {
        string[] before = Folders();
        Assert.Throws<SchemaException>(() => Fixture.Open("shop.yaml").Files("xlsx"));
        Assert.DoesNotContain(Folders().Except(before), path => Directory.Exists(path) && Directory.GetFileSystemEntries(path).Length == 0);
    }

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "synthdata-*");
}
