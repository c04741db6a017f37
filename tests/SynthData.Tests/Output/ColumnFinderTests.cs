using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Tests.Output;

/// <summary>What columns and types a file has of which nothing is known.</summary>
public sealed class ColumnFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1\n-2\n\n30\n", "int64")]
    [InlineData("1\n2.5\n1E-05\n", "double")]
    [InlineData("007\n8\n", "string")]
    [InlineData("+1\n2\n", "string")]
    [InlineData("0\n0.5\n-0.5\n", "double")]
    [InlineData("true\nfalse\n", "bool")]
    [InlineData("true\n1\n", "string")]
    [InlineData("2024-01-31\n\n2024-02-29\n", "date")]
    [InlineData("2024-01-31\n2023-02-29\n", "string")]
    [InlineData("2024-01-31 10:15:00\n2024-01-31T10:15:00\n", "timestamp")]
    [InlineData("10:15\n23:59:59\n", "time")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e\n", "uuid")]
    [InlineData("\"\"\n1\n", "string")]
    [InlineData("\n\n", "string")]
    [InlineData("", "string")]
    [InlineData("9223372036854775808\n", "double")]
    public async Task A_csv_column_has_the_first_type_that_takes_all_its_cells(string cells, string type) =>
        Assert.Equal([("c", type)], await FindAsync("t.csv", "c\n" + cells));

    [Fact]
    public async Task A_name_counts_once_and_a_torn_row_says_nothing() =>
        Assert.Equal([("a", "int64"), ("b", "date")], await FindAsync("t.csv", "a,b,a\n1,2024-01-31,x\nx,y\n2,2024-02-01,y\n"));

    [Fact]
    public async Task A_csv_file_without_a_byte_has_no_columns() => Assert.Empty(await FindAsync("t.csv", ""));

    [Fact]
    public async Task Json_tells_texts_from_numbers_by_their_quotes() =>
        Assert.Equal(
            [("n", "int64"), ("x", "double"), ("code", "string"), ("yes", "bool"), ("day", "date"), ("none", "string"), ("late", "time")],
            await FindAsync("t.jsonl", """
                {"n": 1, "x": 1, "code": "12", "yes": true, "day": "2024-01-31", "none": null}
                {"n": 2, "x": 1.5, "code": "13", "yes": false, "day": null, "none": null, "late": "10:15:00"}

                """));

    [Fact]
    public async Task Json_of_mixed_or_nested_values_is_text() =>
        Assert.Equal([("mixed", "string"), ("nested", "string")], await FindAsync("t.jsonl", "{\"mixed\": \"a\", \"nested\": [1]}\n{\"mixed\": 1, \"nested\": {\"a\": 1}}\n"));

    private async Task<(string Name, string Type)[]> FindAsync(string name, string text)
    {
        string path = folder.Write(name, text);
        ImmutableArray<BatchColumn> columns = await new TableFile(path, TableFile.FormatOf(path)!).FindColumnsAsync(TestContext.Current.CancellationToken);
        return [.. columns.Select(column => (column.Name, column.Type.ToString()))];
    }
}
