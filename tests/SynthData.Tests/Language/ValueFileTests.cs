using System.Globalization;
using System.Text;
using SynthData.Diagnostics;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Language;

/// <summary>Values, weights and tuples from CSV files (section 3).</summary>
public class ValueFileTests
{
    private const string Cities = "city,country,population\nDelft,NL,103\nEde,NL,120\nGent,BE,265\nLuik,BE,195\nElders,else,7\n";

    [Fact]
    public async Task Values_come_by_the_weights_of_their_lines()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(
            Made.Items("home: { values: { file: data/cities.csv, column: city, weight: population } }", 6_900), files: ("data/cities.csv", Cities))).Tally("home");

        Assert.Equal(5, tally.Count);
        Assert.InRange(tally["Gent"], 2_450, 2_850);
        Assert.InRange(tally["Elders"], 40, 105);
    }

    [Fact]
    public async Task Without_a_weight_each_line_counts_once_and_equal_lines_add_up()
    {
        Dictionary<string, int> tally = (await Made.RowsAsync(
            Made.Items("city: { values: { file: log.csv }, exact: true }"), files: ("log.csv", "city\nDelft\nEde\nDelft\nDelft\n"))).Tally("city");

        Assert.Equal([("Delft", 75), ("Ede", 25)], tally.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public async Task Given_columns_stand_in_the_file()
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Items("""
                country: { values: [NL, BE, FR] }
                city: { given: country, values: { file: cities.csv, weight: population } }
                """, 300),
            files: ("cities.csv", Cities));

        Assert.Equal(
            ["BE Gent", "BE Luik", "FR Elders", "NL Delft", "NL Ede"],
            rows.Rows("country", "city").Select(row => string.Join(' ', row)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_condition_may_have_a_file_of_its_own()
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Items("""
                country: { values: [NL, BE] }
                city: { given: country, values: { NL: { file: nl.csv }, BE: [Gent] } }
                """),
            files: ("nl.csv", "city\nDelft\nEde\n"));

        Assert.Equal(["BE Gent", "NL Delft", "NL Ede"], rows.Rows("country", "city").Select(row => string.Join(' ', row)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tuples_come_by_the_names_of_their_columns()
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Items("\"code, title\": { given: ward, tuples: { file: codes.csv, weight: n } }\nward: { values: [heart, skin] }"),
            files: ("codes.csv", "n,title,ward,code\n4,\"Pressure, high\",heart,I10\n0,Never,heart,I99\n1,,skin,L20\n"));

        Assert.Equal(
            ["heart|I10|Pressure, high", "skin|L20|"],
            rows.Rows("ward", "code", "title").Select(row => string.Join('|', row)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Types_follow_from_the_texts_and_cases_and_fallbacks_may_read_files_too()
    {
        MadeTable rows = await Made.RowsAsync(
            Made.Items("""
                n: { values: { file: n.csv } }
                twice: { expr: n * 2 }
                m: { cases: [ { when: n > 1, values: { file: n.csv, column: word } }, { else: { constant: one } } ] }
                p: { prompt: A word., fallback: { values: { file: n.csv, column: word } } }
                """),
            files: ("n.csv", "n,word\n1,a\n2,b\n"));

        Assert.All(rows.Rows("n", "twice"), row => Assert.Equal(2 * int.Parse(row[0]!, CultureInfo.InvariantCulture), int.Parse(row[1]!, CultureInfo.InvariantCulture)));
        Assert.All(rows.Rows("n", "m"), row => Assert.Equal(row[0] == "1", row[1] == "one"));
        Assert.Equal(["a", "b"], rows.Tally("p").Keys.Order());
    }

    [Fact]
    public Task Data_is_pure_and_clean() => Proof.HoldsAsync(
        Made.Items("""
            country: { values: [NL, BE, FR] }
            city: { given: country, values: { file: cities.csv, weight: population } }
            "code, title": { given: country, tuples: { file: codes.csv } }
            """, 400),
        ("cities.csv", Cities),
        ("codes.csv", "country,code,title\nNL,1,one\nNL,2,\nBE,3,three\nelse,4,four\n"));

    [Theory]
    [InlineData("city,population\nDelft,103\nEde\n", "SD1082", 3, 1)]
    [InlineData("city,population\nDelft,103,7\n", "SD1082", 2, 1)]
    [InlineData("city,population\nDelft,\"1,2\"\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,many\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,-1\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,NaN\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,1e400\n", "SD1024", 2, 7)]
    [InlineData("city,population\nDelft,0\nEde,0.0\n", "SD2021", 1, 6)]
    [InlineData("town,population\nDelft,0\n", "SD1085", 1, 1)]
    [InlineData("city,people\nDelft,0\n", "SD1085", 1, 1)]
    [InlineData("city,population,city\nDelft,1,Ede\n", "SD1020", 1, 17)]
    [InlineData("city,population\n", "SD1084", 1, 1)]
    [InlineData("", "SD1084", 1, 1)]
    public void A_file_that_does_not_fit_is_told_at_its_own_line(string text, string code, int line, int column)
    {
        Diagnostic told = Told("city: { values: { file: cities.csv, weight: population } }", text);

        Assert.Equal((code, line, column), (told.Code, told.Position!.Value.Line, told.Position.Value.Column));
        Assert.EndsWith("cities.csv", told.Position.Value.File, StringComparison.Ordinal);
        Assert.NotEmpty(told.Fix);
    }

    [Theory]
    [InlineData("city: { type: int64, values: { file: cities.csv } }", "city\n1\ntwo\n", "SD2012", 3, 1)]
    [InlineData("city: { type: int64, values: { file: cities.csv } }", "city\n1\n01\n", "SD2059", 3, 1)]
    [InlineData("c: { values: [NL] }\ncity: { given: c, values: { file: cities.csv } }", "c,city\nNL,Ede\nBE,Gent\n", "SD2020", 3, 1)]
    [InlineData("c: { values: [NL, BE] }\ncity: { given: c, values: { file: cities.csv } }", "c,city\nNL,Ede\n", "SD2018", 1, 3)]
    [InlineData("c: { values: [NL] }\ncity: { given: c, values: { file: cities.csv } }", "city\nEde\n", "SD1085", 1, 1)]
    public void What_binding_finds_in_a_file_is_told_at_its_own_line(string columns, string text, string code, int line, int column)
    {
        Diagnostic told = Told(columns, text);

        Assert.Equal((code, line, column), (told.Code, told.Position!.Value.Line, told.Position.Value.Column));
    }

    [Fact]
    public async Task The_command_line_ends_with_3_and_names_the_line()
    {
        using TemporaryFolder folder = new();
        folder.Write("cities.csv", "city,population\nDelft,103\nEde,-1\n");
        string schema = folder.Write("shop.yaml", Made.Items("city: { values: { file: cities.csv, weight: population } }"));

        (await CommandLine.RunAsync("generate", schema, "-o", folder.At("out"))).AssertRefused(3, "SD1024", "cities.csv(3,5)", "'-1'", "a number of 0 or more");
        (await CommandLine.RunAsync("validate", schema)).AssertRefused(3, "SD1024", "cities.csv(3,5)");
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public async Task A_dataset_is_not_complete_once_a_file_of_its_schema_has_changed()
    {
        using TemporaryFolder folder = new();
        folder.Write("cities.csv", "city\nDelft\nEde\n");
        string schema = folder.Write("shop.yaml", Made.Items("city: { values: { file: cities.csv } }"));

        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("out"))).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("out"))).ExitCode);
        folder.Write("cities.csv", "city\nDelft\nGent\n");
        Assert.Equal(5, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("out"))).ExitCode);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_where_it_is_named()
    {
        string schema = Made.Items("city: { values: { file: §cities.csv } }");

        Made.Refused("SD5030", schema);
    }

    [Fact]
    public async Task A_million_lines_are_read_and_drawn_from()
    {
        var text = new StringBuilder("code,title,n\n");
        for (int line = 0; line < 1_000_000; line++)
            text.Append(CultureInfo.InvariantCulture, $"{line},t{line},{(line % 7) + 1}\n");
        MadeTable rows = await Made.RowsAsync(
            Made.Items("\"code, title\": { tuples: { file: codes.csv, weight: n } }\nother: { values: { file: codes.csv, column: code } }", 2_000), files: ("codes.csv", text.ToString()));

        Assert.All(rows.Rows("code", "title"), row => Assert.Equal("t" + row[0], row[1]));
        Assert.True(rows.Tally("other").Count > 1_900);
    }

    private static Diagnostic Told(string columns, string text) =>
        Assert.Single(Assert.Throws<SchemaException>(() => Made.Plan(Made.Items(columns), null, ("cities.csv", text))).Diagnostics);
}
