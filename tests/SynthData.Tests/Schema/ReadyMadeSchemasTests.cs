using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;
using SynthData.Tests.Run;

namespace SynthData.Tests.Schema;

public class ReadyMadeSchemasTests
{
    private static readonly Dictionary<string, string> NoOverrides = [];

    public static TheoryData<string> Names => ReadyMade.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_read_without_a_word(string name)
    {
        var bag = new DiagnosticBag();

        DatasetSchema? schema = SchemaReader.ReadFile(ReadyMade.PathOf(name), NoOverrides, bag);

        Assert.Empty(bag.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(name, schema!.Name);
        Assert.DoesNotContain(schema.Tables, table => table.IsIncomplete || table.Columns.Any(column => column.IsIncomplete));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_column_that_is_not_listed_has_a_source(string name)
    {
        DatasetSchema schema = SchemaReader.ReadFile(ReadyMade.PathOf(name), NoOverrides, new DiagnosticBag())!;

        Assert.All(
            schema.Tables.Where(table => table.Rows is not ListedRows).SelectMany(table => table.Columns),
            column => Assert.NotNull(column.Source));
    }
}
