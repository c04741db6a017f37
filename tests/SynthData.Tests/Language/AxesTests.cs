using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Tests.Language;

/// <summary>Axes are hidden columns with streams of their own: nothing that is written depends on whether they are there.</summary>
public class AxesTests
{
    private const string Columns = "mood: { values: [calm, cross] }\ntone: { values: [high, low] }\nage: { range: [18, 80] }";

    [Fact]
    public async Task Columns_stay_as_they_are_and_axes_are_not_written()
    {
        MadeTable without = await Made.RowsAsync(Made.Items(Columns));

        MadeTable with = await Made.RowsAsync(Made.Items(
            Columns, rest: "axes:\n  voice: { given: mood, values: { calm: [warm], cross: { dry: 3, cold: 1 } } }\n  years: { range: [1, 9] }\n  who: { semantic: person.first_name, of: writer }\n  age: true\n"));

        Assert.Equal(["mood", "tone", "age"], with.Columns);
        Assert.Equal(without.Rows("mood", "tone", "age"), with.Rows("mood", "tone", "age"));
    }

    [Fact]
    public async Task An_axis_called_as_another_table_calls_a_column_has_a_stream_of_its_own()
    {
        MadeTable axis = await Made.RowsAsync(Made.Items("shown: { expr: tone }", rest: "axes: { tone: [a, b, c, d] }"));
        MadeTable column = await Made.RowsAsync(Made.Items("tone: { values: [a, b, c, d] }"));

        Assert.NotEqual(column["tone"], axis["shown"]);
        Assert.Equal(["a", "b", "c", "d"], axis.Tally("shown").Keys.Order());
    }

    [Fact]
    public async Task Weights_and_conditions_of_an_axis_hold()
    {
        MadeTable made = await Made.RowsAsync(Made.Items(
            "mood: { values: [calm, cross] }\nvoice_shown: { template: '{voice}' }", rows: 400,
            rest: "axes: { voice: { given: mood, values: { calm: [warm], cross: { dry: 3, cold: 1 } } } }"));

        Assert.All(made.Rows("mood", "voice_shown"), row => Assert.Contains(row[1], row[0] == "calm" ? ["warm"] : new[] { "dry", "cold" }));
        Dictionary<string, int> voices = made.Tally("voice_shown");
        Assert.InRange(voices["dry"] / (double)voices["cold"], 2, 5);
    }

    [Fact]
    public async Task A_rule_may_mention_an_axis()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("size: { range: [1, 9] }\nlike: { expr: scale }", rest: "axes: { scale: [small, large] }\nrules: [ \"scale = 'large' or size < 5\" ]"));

        Assert.All(made.Rows("size", "like"), row => Assert.True(row[1] == "large" || int.Parse(row[0]!, System.Globalization.CultureInfo.InvariantCulture) < 5));
    }

    [Fact]
    public void The_plan_shows_axes()
    {
        TableReport table = Assert.Single(PlanReporter.Describe(Made.Plan(Made.Items("mood: { values: [calm, cross] }", rest: "axes: { tone: [warm, dry], mood: true }")), new ModelLimits()).Tables);

        ColumnReport axis = table.Columns[^1];
        Assert.Equal(("tone", "values", "axis: warm, dry"), (axis.Name, axis.Source, axis.Detail));
    }

    [Fact]
    public void A_placeholder_that_names_nothing_is_told_with_the_axis_that_may_be_meant()
    {
        Diagnostic told = Assert.Single(Made.Told(
            Made.Items("note: { prompt: 'A {tonne} note.' }", rest: "axes: { tone: [warm, dry] }"), new GenerationRequest { Model = "openai/test" }));

        Assert.Contains("'tonne'", told.Message, StringComparison.Ordinal);
        Assert.Contains("tone", told.Message + told.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SD1056", "{ tone: { §prompt: 'A tone.' } }")]
    [InlineData("SD1056", "{ who: { semantic: person.sex, §values: { F: 1, M: 9 } } }")]
    [InlineData("SD1057", "{ §mood: [warm, dry] }")]
    public void What_cannot_be_an_axis_is_told_where_it_stands(string code, string axes) =>
        Assert.Contains("items", Made.Refused(code, Made.Items("mood: { values: [calm, cross] }", rest: $"axes: {axes}")).Message, StringComparison.Ordinal);
}
