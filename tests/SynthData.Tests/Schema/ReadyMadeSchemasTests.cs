using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Schema;

public class ReadyMadeSchemasTests
{
    private static readonly Dictionary<string, string> NoOverrides = [];

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Repository.PathOf("schemas"), "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal).OfType<string>()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_is_read_without_a_word(string file)
    {
        var bag = new DiagnosticBag();

        DatasetSchema? schema = SchemaReader.ReadFile(Repository.PathOf("schemas", file), NoOverrides, bag);

        Assert.Empty(bag.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), schema!.Name);
        Assert.DoesNotContain(schema.Tables, table => table.IsIncomplete || table.Columns.Any(column => column.IsIncomplete));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_column_that_is_not_listed_has_a_source(string file)
    {
        DatasetSchema schema = SchemaReader.ReadFile(Repository.PathOf("schemas", file), NoOverrides, new DiagnosticBag())!;

        Assert.All(
            schema.Tables.Where(table => table.Rows is not ListedRows).SelectMany(table => table.Columns),
            column => Assert.NotNull(column.Source));
    }

    [Fact]
    public void The_five_are_there() =>
        Assert.Empty(new[] { "bike-shop.yaml", "clinic.yaml", "hr.yaml", "marketplace.yaml", "sensors.yaml", "support-tickets.yaml" }.Except(Files().Select(row => row.Data)));
}
