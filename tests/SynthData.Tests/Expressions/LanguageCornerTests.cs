using SynthData.Diagnostics;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions;

/// <summary>What the language decided about expressions where it could have been otherwise.</summary>
public class LanguageCornerTests
{
    // A text of digits that looks like a date is never a subtraction.
    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("(2024-01-01)")]
    [InlineData("1 + (2024/1/1)")]
    [InlineData("date > 2024-12-31")]
    public void Refuses_arithmetic_that_looks_like_a_date(string text) =>
        Assert.Equal("SD2116", new Sheet().With("date", "date", "2024-01-01").Refusal(text).Code);

    // Durations are values, and what is finer than a day makes a timestamp.
    [Theory]
    [InlineData("2 * 14d", "duration")]
    [InlineData("14d - 2h", "duration")]
    [InlineData("day + 14d", "date")]
    [InlineData("day - 1mo", "date")]
    [InlineData("day + (1y + 1w)", "date")]
    [InlineData("3 * 1d + day", "date")]
    [InlineData("day + 1h", "timestamp")]
    [InlineData("day + (1d + 1s)", "timestamp")]
    [InlineData("day + 0.5 * 1d", "timestamp")]
    [InlineData("moment + 1d", "timestamp")]
    [InlineData("day - day", "int64")]
    public void A_duration_decides_what_a_date_becomes(string text, string type) => Assert.Equal(type, Days.Bind(text).Type.ToString());

    [Theory]
    [InlineData("moment - moment")]
    [InlineData("moment - day")]
    [InlineData("day - moment")]
    public void Refuses_the_difference_of_timestamps_with_a_hint(string text)
    {
        Diagnostic refusal = Days.Refusal(text);
        Assert.Equal("SD2115", refusal.Code);
        Assert.Contains("seconds_between(", refusal.Fix, StringComparison.Ordinal);
    }

    // Int to decimal to double, date to timestamp, and nothing else.
    [Fact]
    public void Converts_by_itself_what_loses_nothing()
    {
        ExpressionType[] types =
        [
            ExpressionType.Bool, ExpressionType.Int, ExpressionType.Decimal(2), ExpressionType.Double, ExpressionType.Text, ExpressionType.Date,
            ExpressionType.Time, ExpressionType.Timestamp, ExpressionType.Uuid,
        ];
        string[] conversions =
            [.. from first in types from second in types where first != second && first.Becomes(second) select $"{first} → {second}"];
        Assert.Equal(["int64 → decimal(2)", "int64 → double", "decimal(2) → double", "date → timestamp"], conversions);
        Assert.False(ExpressionType.Decimal(3).Becomes(ExpressionType.Decimal(2)));
    }

    // A literal with a point is exact, and so is everything on the way.
    [Theory]
    [InlineData("1.5", "decimal(1)")]
    [InlineData("1.50 * 2.250", "decimal(5)")]
    [InlineData("1.5 + 2.25", "decimal(2)")]
    [InlineData("0.1234567890 * 0.1234567890", "decimal(18)")]
    [InlineData("1.5 + 1", "decimal(1)")]
    [InlineData("1.5 * 1e0", "double")]
    [InlineData("1.5 / 2", "double")]
    public void A_literal_with_a_point_is_a_decimal(string text, string type) => Assert.Equal(type, Sheet.OneRow.Bind(text).Type.ToString());

    [Theory]
    [InlineData("9999999999999999.99 * 1000 - 9999999999999999.99 * 999", "9999999999999999.99")]
    [InlineData("cast(9999999999999999.99 * 1000.0 as string)", "9999999999999999990.000")]
    [InlineData("9999999999999999.99 * 1000", "error")]
    [InlineData("9999999999999999.99 * 9999999999999999.99 * 9999999999999999.99", "error")]
    public void Decimals_on_the_way_have_128_bits_and_are_checked_where_they_arrive(string text, string expected) =>
        Assert.Equal(expected, Sheet.OneRow.Value(text));

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.004999", "0.00")]
    public void A_column_rounds_half_away_from_zero(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text, "decimal(2)"));

    // The earlier before the later; midnights; Monday is 1; characters; a search.
    [Theory]
    [InlineData("years_between(date '2000-06-15', date '2024-06-14')", "23")]
    [InlineData("days_between(timestamp '2024-01-01 23:59', timestamp '2024-01-02 00:01')", "1")]
    [InlineData("days_between(timestamp '2024-01-01 00:01', timestamp '2024-01-01 23:59')", "0")]
    [InlineData("days_between(date '2024-01-02', date '2024-01-01')", "-1")]
    [InlineData("weekday(date '2024-01-01')", "1")]
    [InlineData("weekday(date '2024-01-07')", "7")]
    [InlineData("length('e🚲')", "2")]
    [InlineData("regexp_matches('xay', 'a')", "true")]
    [InlineData("regexp_matches('xay', '^a')", "false")]
    public void Functions_count_as_people_do(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    // Only operators and literals are reserved, in any case; quoted, everything is a name.
    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("in")]
    [InlineData("between")]
    [InlineData("like")]
    [InlineData("is")]
    [InlineData("null")]
    [InlineData("case")]
    [InlineData("when")]
    [InlineData("then")]
    [InlineData("else")]
    [InlineData("end")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("date")]
    [InlineData("timestamp")]
    public void A_reserved_word_is_a_name_in_quotes_and_after_a_dot(string word)
    {
        Sheet sheet = new Sheet().With(word, "int64", "7").With("parent." + word, "int64", "8").With(word.ToUpperInvariant() + " x", "int64", "9");
        Assert.Equal("7", Assert.Single(sheet.Rows($"\"{word}\"")));
        Assert.Equal("8", Assert.Single(sheet.Rows($"parent.{word}")));
        Assert.Equal("9", Assert.Single(sheet.Rows($"\"{word.ToUpperInvariant()} x\"")));
        Assert.Equal("17", Assert.Single(sheet.Rows($"\"{word}\" + parent.{word} + 2")));
    }

    [Theory]
    [InlineData("order")]
    [InlineData("number")]
    [InlineData("date")]
    [InlineData("timestamp")]
    [InlineData("time")]
    [InlineData("select")]
    [InlineData("from")]
    [InlineData("as")]
    [InlineData("cast")]
    [InlineData("extract")]
    [InlineData("y")]
    [InlineData("d")]
    public void Any_other_word_is_a_name_without_quotes(string word)
    {
        Sheet sheet = new Sheet().With(word, "int64", "7").With($"line.{word}", "int64", "8");
        Assert.Equal("15", Assert.Single(sheet.Rows($"{word} + line.{word}")));
    }

    [Fact]
    public void Date_is_a_column_unless_a_text_follows()
    {
        Sheet sheet = new Sheet().With("date", "date", "2024-01-31").With("timestamp", "timestamp", "2024-01-31T00:00:00");
        Assert.Equal("true", Assert.Single(sheet.Rows("date = date '2024-01-31' and DATE '2024-01-31' = timestamp")));
        Assert.Equal("true", Assert.Single(sheet.Rows("timestamp = timestamp '2024-01-31 00:00'")));
    }

    [Theory]
    [InlineData("1 = 1 AND Not 1 = 2 oR NULL Is NuLL", "true")]
    [InlineData("CASE WHEN TRUE THEN Lower('A') END", "a")]
    public void Words_of_the_language_may_be_in_capitals(string text, string expected) => Assert.Equal(expected, Sheet.OneRow.Value(text));

    // Templates write what CSV writes; the question mark stands before the colon.
    [Fact]
    public void Templates_write_values_as_CSV_does()
    {
        (string Type, string Cell)[] cells =
        [
            ("bool", "true"), ("int32", "-7"), ("int64", "9223372036854775807"), ("double", "1E-05"), ("decimal(2)", "1.50"), ("date", "2024-01-31"),
            ("time", "10:00:00.500000"), ("timestamp", "2024-01-31T10:00:00"), ("uuid", "00000000-0000-8000-8000-000000000001"), ("string", " ü "),
        ];
        var sheet = new Sheet();
        foreach ((string type, string cell) in cells)
            sheet.With(type, type, cell);
        Assert.Equal(
            string.Join('|', cells.Select(cell => cell.Cell)),
            Assert.Single(sheet.Texts(string.Join('|', cells.Select(cell => $"{{\"{cell.Type}\"}}")))));
    }

    [Theory]
    [InlineData("<{n?:000}>", "<007>", "<>")]
    [InlineData("<{ n + 1 ? : 000 }>", "<008>", "<>")]
    [InlineData("<{n:000}>", "<007>", "null")]
    public void The_question_mark_stands_before_the_colon(string template, string first, string second) =>
        Assert.Equal([first, second], new Sheet().With("n", "int64", "7", null).Texts(template));

    private static Sheet Days => new Sheet().With("day", "date", "2024-01-31").With("moment", "timestamp", "2024-01-31T10:00:00");
}
