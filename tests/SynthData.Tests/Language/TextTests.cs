using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Patterns, templates, keys, constants and guesses (sections 3, 7, 11.6 and 11.18).</summary>
public class TextTests
{
    [Theory]
    [InlineData("{n}", "7")]
    [InlineData("{n:000}", "007")]
    [InlineData("{d:yyyy-MM}", "2024-03")]
    [InlineData("{t:HH:mm}", "10:05")]
    [InlineData("{n + 1}", "8")]
    [InlineData("{{{n}}}", "{7}")]
    [InlineData("[{x?}]", "[]")]
    [InlineData("[{s?}]", "[ab]")]
    [InlineData("{p}", "1.50")]
    [InlineData("{b}", "true")]
    [InlineData("{upper(s)}", "AB")]
    [InlineData("{x}", null)]
    [InlineData("{y?:000}-", "-")]
    [InlineData("{n?:000}-", "007-")]
    [InlineData("plain", "plain")]
    public async Task A_template_writes_values_as_CSV_does(string template, string? text)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($$"""
            n: { constant: 7 }
            s: { constant: ab }
            p: { type: decimal(2), constant: 1.5 }
            b: { type: bool, constant: true }
            d: { type: date, constant: 2024-03-31 }
            t: { type: timestamp, constant: 2024-03-31T10:05:00 }
            x: { type: string, constant: z, nulls: 100% }
            y: { constant: 1, nulls: 100% }
            out: { template: '{{template}}' }
            """, 1));

        Assert.Equal(text, rows["out"][0]);
    }

    [Fact]
    public async Task A_json_column_takes_texts_that_parse()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("""
            n: { type: int64, range: [1, 9] }
            a: { type: json, template: '{{"n": {n}}}' }
            b: { type: json, pattern: '\[[1-9]?,?[1-9]\]' }
            """));

        Assert.All(rows.Rows("n", "a"), row => Assert.Equal($$"""{"n": {{row[0]}}}""", row[1]));
        Assert.All(rows["b"], text => System.Text.Json.JsonDocument.Parse(text!).Dispose());
        Assert.DoesNotContain(rows["b"], text => text!.StartsWith("[,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{name}-{id}")]
    [InlineData("{id} {name}")]
    [InlineData("u{id}")]
    [InlineData("{name} <{code}>")]
    public async Task A_template_over_a_unique_column_is_unique(string template)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($$"""
            id: { sequence: 1 }
            code: { pattern: '[A-Z]{3}', unique: true }
            name: { semantic: person.first_name }
            x: { template: '{{template}}', unique: true }
            """, 500));

        Assert.Equal(500, rows["x"].Distinct().Count());
    }

    [Theory]
    [InlineData("[A-Z]{2}-[0-9]{4}")]
    [InlineData("(foo|ba[rz])\\d?")]
    [InlineData("\\w{3}")]
    public async Task A_pattern_makes_texts_that_match_it(string pattern)
    {
        MadeTable rows = await Made.RowsAsync(Made.Items($"x: {{ pattern: '{pattern}' }}"));

        Assert.All(rows["x"], text => Assert.Matches($"^(?:{pattern})$", text));
        Assert.True(rows.Tally("x").Count > 5);
    }

    [Fact]
    public async Task A_unique_pattern_may_be_filled_to_the_last_text()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("x: { pattern: '[A-J][0-9]', unique: true }"));

        Assert.Equal(100, rows["x"].Distinct().Count());
        Assert.NotEqual(rows["x"].Order(StringComparer.Ordinal), rows["x"]);
    }

    [Fact]
    public async Task A_uuid_is_of_version_8_and_unique()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("x: { uuid: true }", 2000));

        Assert.Equal(2000, rows["x"].Distinct().Count());
        Assert.All(rows["x"], uuid => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", uuid));
    }

    [Theory]
    [InlineData("{ sequence: 1001 }", "1001", "1002", "1003")]
    [InlineData("{ sequence: { start: 10, step: -5 } }", "10", "5", "0")]
    [InlineData("{ type: int32, sequence: 7 }", "7", "8", "9")]
    public async Task A_sequence_counts(string column, params string[] values) =>
        Assert.Equal(values, (await Made.RowsAsync(Made.Items($"x: {column}", 3)))["x"]);

    [Theory]
    [InlineData("{ constant: no }", "no")]
    [InlineData("{ constant: 12:30 }", "12:30")]
    [InlineData("{ type: decimal(2), constant: 0.1 }", "0.10")]
    [InlineData("{ type: int64, constant: 1_000 }", "1000")]
    [InlineData("{ constant: 'a, b' }", "a, b")]
    [InlineData("{ type: string, constant: 0.10 }", "0.10")]
    [InlineData("{ type: date, constant: 2024-01-31 }", "2024-01-31")]
    [InlineData("{ type: json, constant: '{\"a\": 1}' }", "{\"a\": 1}")]
    [InlineData("{ type: bool, constant: true }", "true")]
    public async Task A_constant_means_what_it_looks_like(string column, string value) =>
        Assert.Equal([value], (await Made.RowsAsync(Made.Items($"x: {column}"))).Tally("x").Keys);

    [Fact]
    public async Task Words_of_the_language_name_columns_when_quoted_or_behind_a_dot()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 }, case: { constant: 4 }, date: { type: date, constant: 2024-01-31 }, "so so": { constant: 5 } } }
            items:
              rows: { per: orders, count: 1 }
              columns:
                order: { references: orders.id }
                number: { position: true }
                end: { constant: 2 }
                date: { expr: order.date }
                a: { expr: 'order + number + "end" + order.case' }
                b: { expr: order."so so" }
                c: { expr: date + 1d }
            """));

        Assert.Equal(["8", "9", "10"], rows["a"]);
        Assert.All(rows.Rows("b", "c"), row => Assert.Equal(["5", "2024-02-01"], row));
    }

    [Fact]
    public async Task A_column_whose_name_looks_like_a_path_or_a_mark_hides_nothing()
    {
        MadeTable rows = await Made.RowsAsync(Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 }, city: { constant: Ede } } }
            items:
              rows: { per: customers, count: 1 }
              columns:
                customer: { references: customers.id }
                "customer.city": { constant: wrong }
                "#parent": { constant: wrong }
                "#position": { constant: wrong }
                city: { expr: customer.city }
                n: { position: true }
            """));

        Assert.All(rows.Rows("city", "customer.city", "#parent", "n"), row => Assert.Equal(["Ede", "wrong", "wrong", "1"], row));
    }

    [Theory]
    [InlineData("first_name", "person.first_name")]
    [InlineData("zip", "place.postcode")]
    [InlineData("email", "internet.email")]
    public async Task A_column_without_source_is_guessed_from_its_name_and_the_plan_says_so(string name, string type)
    {
        string schema = Made.Items($"§{name}: {{ }}");
        Diagnostic told = Assert.Single(Made.Told(schema));

        Assert.Equal(("SD2029", Made.PlaceOf(schema)), (told.Code, Made.Place(told)));
        Assert.Contains(name, told.Fix, StringComparison.Ordinal);
        Assert.Contains(type.Split('.')[1], told.Fix, StringComparison.Ordinal);
        Assert.All((await Made.RowsAsync(schema))[name], Assert.NotNull);
    }

    [Fact]
    public async Task A_prompt_takes_its_fallback_without_a_model()
    {
        MadeTable rows = await Made.RowsAsync(Made.Items("city: { values: [Ede, Delft] }\nx: { prompt: 'On {city}.', fallback: { template: 'In {city}.' }, length: [4, 40] }"));

        Assert.All(rows.Rows("city", "x"), row => Assert.Equal($"In {row[0]}.", row[1]));
    }
}
