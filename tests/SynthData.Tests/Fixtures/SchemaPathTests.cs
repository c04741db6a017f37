using SynthData.Testing;

namespace SynthData.Tests.Fixtures;

/// <summary>Where a relative path is looked for.</summary>
public class SchemaPathTests
{
    [Fact]
    public void The_folder_of_the_source_file_that_calls_comes_first() => Assert.Equal(Shop.Path, SchemaPath.Find("shop.yaml", Path.Combine(Path.GetDirectoryName(Shop.Path)!, "X.cs")));

    [Fact]
    public void The_folder_the_tests_run_in_and_those_above_come_next()
    {
        using TemporaryFolder other = new();
        string beside = Path.Combine(AppContext.BaseDirectory, "beside.yaml");
        File.WriteAllText(beside, "");
        try
        {
            Assert.Equal(beside, SchemaPath.Find("beside.yaml", other.At("X.cs")));
            Assert.Equal(beside, SchemaPath.Find("beside.yaml", "/_/tests/X.cs"));
            string above = Path.GetRelativePath(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!, beside);
            Assert.Equal(beside, SchemaPath.Find(above, ""));
        }
        finally
        {
            File.Delete(beside);
        }
    }

    [Fact]
    public void Every_place_that_was_looked_at_is_told()
    {
        FixtureException told = Assert.Throws<FixtureException>(() => Fixture.Load<Order>("shops.yaml"));
        Assert.Contains("SD8421: There is no schema 'shops.yaml'. Looked at, in this order: ", told.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Path.GetDirectoryName(Shop.Path)!, "shops.yaml"), told.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "shops.yaml"), told.Message, StringComparison.Ordinal);
    }
}
