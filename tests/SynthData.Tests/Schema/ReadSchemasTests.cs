using System.Security.Cryptography;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Tests.Schema;

public class ReadSchemasTests
{
    private const string Clinic = """
        synthdata: 1
        name: clinic
        tables:
          visits:
            rows: 10
            columns:
              sex: { values: [F, M] }
              age: { values: [child, adult] }
              code:
                given: [sex, age]
                values: { [F, adult]: { A: 1, B: 2 }, [M, adult]: [C], else: [D] }
        """;

    [Fact]
    public void Conditions_over_several_columns_are_lists_in_order()
    {
        var code = Assert.IsType<ValuesSource>(Read(Clinic).Tables[0].Columns[2].Source);

        Assert.Equal(["sex", "age"], code.Given.Select(given => given.Text));
        Assert.Equal([["F", "adult"], ["M", "adult"]], code.Values.Cases.Select(one => one.Key.Select(scalar => scalar.Text)));
        Assert.Equal("D", code.Values.Otherwise!.Values[0].Value.Text);
    }

    [Fact]
    public void Json_reads_like_yaml()
    {
        DatasetSchema schema = Read(
            """
            {
            	"synthdata": 1, "name": "clinic",
            	"tables": { "visits": { "rows": 10, "columns": {
            		"sex": { "values": ["F", "M"] }, "age": { "values": ["child", "adult"] },
            		"born": { "type": "date", "range": ["-3y", "today"], "nulls": "5%" },
            		"code": { "given": ["sex", "age"], "values": { "[F, adult]": { "A": 1, "B": 2.5 }, "[M, 'a, b']": ["C"], "else": ["\ud83d\ude00"] } }
            	} } }
            }
            """,
            "clinic.json");

        var code = Assert.IsType<ValuesSource>(schema.Tables[0].Columns[3].Source);
        Assert.Equal([["F", "adult"], ["M", "a, b"]], code.Values.Cases.Select(one => one.Key.Select(scalar => scalar.Text)));
        Assert.Equal("😀", code.Values.Otherwise!.Values[0].Value.Text);
        Assert.Equal(0.05m, schema.Tables[0].Columns[2].Nulls!.Shares.Otherwise!.Value);
    }

    [Fact]
    public void Options_are_by_condition_when_they_are_maps_other_than_a_distribution()
    {
        ColumnSchema column = Read(Broken.Columns(
            "b: { values: [x, y] }",
            "a: { type: double, given: b, range: { x: [1, 2], else: [3, 9] }, distribution: { normal: { mean: 2, sd: 1 } }, nulls: { x: 1%, y: 2% } }"))
            .Tables[0].Columns[1];

        var range = Assert.IsType<RangeSource>(column.Source);
        Assert.True(range.Ends.IsConditional);
        Assert.False(range.Distribution!.IsConditional);
        Assert.Equal([0.01m, 0.02m], column.Nulls!.Shares.Cases.Select(one => one.Value.Value));
    }

    [Fact]
    public void Shares_with_exact_hold_for_all_rows_beside_given()
    {
        ColumnSchema column = Read(Broken.Columns("a: { given: b, values: { x: [p], else: [q] }, nulls: { share: 10%, exact: true } }")).Tables[0].Columns[0];

        Assert.True(column.Nulls!.IsExact);
        Assert.Equal(0.1m, column.Nulls.Shares.Otherwise!.Value);
    }

    [Fact]
    public void Nulls_alone_may_depend_on_given()
    {
        ColumnSchema column = Read(Broken.Columns("a: { expr: 1 + 1, given: b, nulls: { x: 1%, else: 0% } }")).Tables[0].Columns[0];

        Assert.Equal("b", Assert.Single(column.Source!.Given).Text);
    }

    [Fact]
    public void Plain_null_is_null_and_quoted_it_is_text()
    {
        var rows = Assert.IsType<ListedRows>(Read(Broken.Rows("[ { a: null }, { a: 'null' }, { a: ~ }, { a: } ]").Replace(
            "{ a: { constant: x } }", "{ a: { type: string } }", StringComparison.Ordinal)).Tables[0].Rows);

        Assert.Equal([true, false, true, true], rows.Rows.Select(row => row.Cells["a"].IsNull));
    }

    [Fact]
    public void Listed_rows_make_their_columns_where_none_are_written()
    {
        TableSchema table = Read("synthdata: 1\nname: shop\ntables:\n  items:\n    rows: [ { code: A }, { code: B, title: Bike } ]\n").Tables[0];

        Assert.Equal(["code", "title"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Params_stand_in_any_scalar_and_overrides_replace_them()
    {
        const string text = """
            synthdata: 1
            name: shop-${suffix}
            params: { day: 2025-01-01, suffix: a, many: 10 }
            as_of: ${day}
            tables:
              items: { rows: '${many}', columns: { a: { type: date, range: ['${day}', today] } } }
            """;
        var bag = new DiagnosticBag();

        DatasetSchema? schema = SchemaReader.ReadText(text, bag, overrides: new Dictionary<string, string> { ["day"] = "2026-02-03" });

        Assert.Empty(bag);
        Assert.Equal("shop-a", schema!.Name);
        Assert.Equal(new DateOnly(2026, 2, 3), schema.AsOf);
        Assert.Equal(10, Assert.IsType<FixedRows>(schema.Tables[0].Rows).Count);
        Assert.Equal("2026-02-03", Assert.IsType<RangeSource>(schema.Tables[0].Columns[0].Source).Ends.Otherwise!.Low.Text);
        Assert.Equal(["day", "many", "suffix"], schema.Params.Keys);
    }

    [Fact]
    public void Positions_are_those_of_the_first_character_of_the_text()
    {
        DatasetSchema schema = Read(
            "synthdata: 1\nname: shop\ntables:\n  items:\n    rows: 1\n    columns:\n      \"é😀\": { expr: 'a + b' }\n      c:\n        prompt: |\n          Two\n          lines\n");

        Assert.Equal(new SourcePosition("schema.yaml", 7, 23), Assert.IsType<ExpressionSource>(schema.Tables[0].Columns[0].Source).Expression.Position);
        Assert.Equal(new SourcePosition("schema.yaml", 10, 11), Assert.IsType<PromptSource>(schema.Tables[0].Columns[1].Source).Prompt!.Position);
        Assert.Equal("Two\nlines", Assert.IsType<PromptSource>(schema.Tables[0].Columns[1].Source).Prompt!.Text);
    }

    [Fact]
    public void The_hash_is_of_the_bytes_of_the_file() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Clinic))), Read(Clinic).Sha256);

    [Fact]
    public void A_mark_at_the_start_of_the_file_is_no_part_of_it() => Assert.Equal("clinic", Read("\uFEFF" + Clinic).Name);

    [Theory]
    [InlineData("-3y")]
    [InlineData("+90min")]
    [InlineData("1_000s")]
    [InlineData("6mo")]
    public void Durations_are_a_whole_number_and_a_unit(string text) => Assert.True(Literals.IsDuration(text));

    [Theory]
    [InlineData("3")]
    [InlineData("y")]
    [InlineData("1.5h")]
    [InlineData("3 d")]
    [InlineData("2m")]
    [InlineData("1__0d")]
    public void Other_texts_are_no_durations(string text) => Assert.False(Literals.IsDuration(text));

    [Fact]
    public void Digits_may_carry_a_low_line_between_them()
    {
        Assert.True(Literals.TryWhole("-1_000", out long whole));
        Assert.Equal(-1000, whole);
        Assert.True(Literals.TryNumber("1_000.50", out decimal number));
        Assert.Equal(1000.50m, number);
        Assert.False(Literals.TryWhole("_1", out _));
        Assert.False(Literals.TryWhole("1_", out _));
        Assert.False(Literals.TryNumber("1e3", out _));
    }

    private static DatasetSchema Read(string text, string file = "schema.yaml")
    {
        var bag = new DiagnosticBag();
        DatasetSchema? schema = SchemaReader.ReadText(text, bag, file);
        Assert.Empty(bag.Select(diagnostic => diagnostic.ToString()));
        return schema!;
    }
}
