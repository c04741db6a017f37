using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Rows that are listed, in the schema or in a file (sections 2 and 11.9).</summary>
public class RowsTests
{
    [Fact]
    public async Task Listed_rows_are_the_rows_and_make_the_columns()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            items: { rows: [ { code: NL, name: Nederland, rank: 1 }, { code: no, name: null, rank: 2 }, { code: "null", rank: 3 } ], key: code }
            """));

        Assert.Equal(["code", "name", "rank"], rows.Columns);
        Assert.Equal(["NL", "no", "null"], rows["code"]);
        Assert.Equal(["Nederland", null, null], rows["name"]);
        Assert.Equal(["1", "2", "3"], rows["rank"]);
    }

    [Fact]
    public async Task Columns_of_listed_rows_stand_in_the_order_of_their_first_mention() => Assert.Equal(
        ["zeta", "alpha", "mid", "beta"],
        (await Made.RowsAsync(Made.Shop("items: { rows: [ { zeta: 1, alpha: 2 }, { zeta: 1, mid: 3, alpha: 2, beta: 4 } ] }"))).Columns);

    [Fact]
    public async Task Other_columns_have_sources_and_a_listed_one_only_a_type()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            items:
              rows: [ { a: 1 }, { a: 2 } ]
              columns:
                b: { expr: a * 2 }
                a: { type: decimal(2), about: A number. }
            """));

        Assert.Equal(["b", "a"], rows.Columns);
        Assert.Equal(["1.00", "2.00"], rows["a"]);
        Assert.Equal(2, rows.Numbers("b").First());
    }

    [Theory]
    [InlineData("[ { a: 1 }, { a: 2 } ]", "int64")]
    [InlineData("[ { a: 1 }, { a: 2.5 } ]", "double")]
    [InlineData("[ { a: 1 }, { a: x } ]", "string")]
    [InlineData("[ { a: \"1\" }, { a: \"2\" } ]", "string")]
    [InlineData("[ { a: 1_000 }, { a: null } ]", "int64")]
    public async Task The_type_follows_from_what_is_written(string rows, string type)
    {
        await foreach (RowBatch batch in Made.Plan(Made.Shop($"items: {{ rows: {rows} }}")).ReadBatchesAsync("items", TestContext.Current.CancellationToken))
            Assert.Equal(type, batch.Columns[0].Type.ToString());
    }

    [Theory]
    [InlineData("  columns: { code: { }, name: { }, rank: { } }\n")]
    [InlineData("")]
    public async Task Rows_come_from_a_file_beside_the_schema(string columns)
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Shop($"items:\n  rows: {{ file: nations.csv }}\n  key: code\n{columns}"),
            files: ("nations.csv", "code,name,rank\nNL,Nederland,1\nNA,\"\",2\nnull,,3\n~,\"a, \"\"b\"\"\",4\n"));

        Assert.Equal(["NL", "NA", "null", "~"], rows["code"]);
        Assert.Equal(["Nederland", "", null, "a, \"b\""], rows["name"]);
        Assert.Equal(["1", "2", "3", "4"], rows["rank"]);
    }

    [Fact]
    public async Task A_child_refers_to_rows_of_a_file()
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Shop("nations: { rows: { file: nations.csv }, key: code }\nitems: { rows: 50, columns: { nation: { references: nations.code }, name: { expr: nation.name } } }"),
            files: ("nations.csv", "code,name\nNL,Nederland\nBE,\n"));

        Assert.All(rows.Rows("nation", "name"), row => Assert.Equal(row[0] == "NL" ? "Nederland" : null, row[1]));
        Assert.Equal(2, rows.Tally("nation").Count);
    }

    [Theory]
    [InlineData("nation.csv", "code\nNL\n", "", "SD5030")]
    [InlineData("nations.csv", "code,code\nNL,BE\n", "", "SD1020")]
    [InlineData("nations.csv", "code,name\nNL,x\n", "columns: { code: { } }", "SD1037")]
    [InlineData("nations.csv", "code,name\nNL,x\n", "columns: { code: { }, name: { constant: y } }", "SD1038")]
    [InlineData("nations.csv", "code,name\nNL\n", "", "SD1082")]
    [InlineData("nations.csv", "", "", "SD1084")]
    public void A_file_that_does_not_fit_is_told(string file, string text, string columns, string code)
    {
        SchemaException refused = Assert.Throws<SchemaException>(
            () => Made.Plan(Made.Shop($"items:\n  rows: {{ file: nations.csv }}\n  {columns}\n"), null, (file, text)));

        Diagnostic told = Assert.Single(refused.Diagnostics);
        Assert.Equal(code, told.Code);
        Assert.NotNull(told.Position);
    }
}
