using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Binding;
using SynthData.Schema;

namespace SynthData.Tests.Expressions;

public class RefusalTests
{
    private static Sheet Orders => new Sheet()
        .With("total", "decimal(2)", "1.00")
        .With("quantity", "int64", "1")
        .With("status", "string", "open")
        .With("joined", "date", "2024-01-01")
        .With("shipped", "timestamp", "2024-01-01T10:00:00");

    [Theory]
    [InlineData("1 +", "SD2102", 23)]
    [InlineData("1 2", "SD2102", 22)]
    [InlineData("(1", "SD2102", 22)]
    [InlineData("", "SD2102", 20)]
    [InlineData("total between 1 or 2", "SD2108", 36)]
    [InlineData("'abc", "SD2103", 20)]
    [InlineData("1 + \"abc", "SD2103", 24)]
    [InlineData("99999999999999999999", "SD2104", 20)]
    [InlineData("1.2345678901234567890", "SD2104", 20)]
    [InlineData("1e999", "SD2104", 20)]
    [InlineData("1 == 1", "SD2105", 22)]
    [InlineData("1 != 1", "SD2105", 22)]
    [InlineData("a ? b", "SD2105", 22)]
    [InlineData("date '2024-02-30'", "SD2106", 25)]
    [InlineData("timestamp 'x'", "SD2106", 30)]
    [InlineData("time '25:00'", "SD2106", 25)]
    [InlineData("3 + 14days", "SD2107", 24)]
    [InlineData("quantity = end", "SD2108", 31)]
    [InlineData("1 + totl", "SD2110", 24)]
    [InlineData("lenght(status)", "SD2111", 20)]
    [InlineData("length(quantity)", "SD2112", 20)]
    [InlineData("round()", "SD2112", 20)]
    [InlineData("greatest(true, false)", "SD2112", 20)]
    [InlineData("nullif(1, 'a')", "SD2112", 20)]
    [InlineData("status + 1", "SD2113", 20)]
    [InlineData("1 = 2 and status", "SD2113", 30)]
    [InlineData("joined > '2024-01-01'", "SD2113", 20)]
    [InlineData("status || 1", "SD2113", 20)]
    [InlineData("total // 2", "SD2113", 20)]
    [InlineData("joined + 1", "SD2113", 20)]
    [InlineData("quantity in (1, 'a')", "SD2113", 36)]
    [InlineData("quantity between 1 and 'a'", "SD2113", 20)]
    [InlineData("-status", "SD2113", 20)]
    [InlineData("1d < 2d", "SD2113", 20)]
    [InlineData("coalesce(1, 'a')", "SD2114", 20)]
    [InlineData("case when true then 1 else 'a' end", "SD2114", 20)]
    [InlineData("shipped - shipped", "SD2115", 20)]
    [InlineData("joined - shipped", "SD2115", 20)]
    [InlineData("joined > 2024-01-01", "SD2116", 29)]
    [InlineData("2024/1/1", "SD2116", 20)]
    [InlineData("cast(total as money)", "SD2118", 34)]
    [InlineData("cast(joined as int64)", "SD2119", 20)]
    [InlineData("regexp_matches(status, '(')", "SD2120", 43)]
    [InlineData("regexp_matches(status, '(?=a)')", "SD2120", 43)]
    [InlineData("date_trunc('fortnight', joined)", "SD2123", 31)]
    [InlineData("extract(hour from joined)", "SD2123", 28)]
    [InlineData("date_trunc(status, joined)", "SD2124", 31)]
    [InlineData("round(total, quantity)", "SD2124", 33)]
    public void Names_code_and_place(string text, string code, int column)
    {
        Diagnostic refusal = Orders.Refusal(text);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(new SourcePosition("shop.yaml", 10, column), refusal.Position);
    }

    [Theory]
    [InlineData("1 + totl", "There is no column 'totl' in table 'orders'. Did you mean 'total'?")]
    [InlineData("lenght(status)", "There is no function 'lenght'. Did you mean 'length'?")]
    [InlineData("length(quantity)", "'length' cannot take (int64).")]
    [InlineData("quantity = end", "Found the word 'end' where a value was expected.")]
    [InlineData("1 +", "Found the end of the expression where a value was expected.")]
    [InlineData("joined > 2024-01-01", "'2024-01-01' is a subtraction of whole numbers that looks like a date.")]
    public void Says_what_is_wrong(string text, string message) => Assert.Equal(message, Orders.Refusal(text).Message);

    [Fact]
    public void Says_how_a_function_is_called() =>
        Assert.Equal("It is called as round(number) or round(number, places).", Orders.Refusal("round()").Fix);

    [Fact]
    public void Asks_for_as_of_where_today_is_not_known()
    {
        Diagnostic refusal = Sheet.OneRow.Refusal("date '2024-01-01' + 1d < today()", hasAsOf: false);
        Assert.Equal("SD2117", refusal.Code);
        Assert.Contains("as_of", refusal.Fix, StringComparison.Ordinal);
        Assert.Contains("--as-of", refusal.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_length_and_depth()
    {
        Assert.Equal("SD2100", Sheet.OneRow.Refusal(new string(' ', 10_001)).Code);
        Assert.Equal("SD2101", Sheet.OneRow.Refusal(new string('(', 5_000)).Code);
        Assert.Equal("SD2101", Sheet.OneRow.Refusal("1" + string.Concat(Enumerable.Repeat("+1", 100))).Code);
        Assert.Equal("SD2101", Sheet.OneRow.Refusal(string.Concat(Enumerable.Repeat("not ", 1_000)) + "true").Code);
        Assert.Equal("SD2101", Sheet.OneRow.Refusal(string.Concat(Enumerable.Repeat("- ", 1_000)) + "1").Code);
        Assert.Equal("SD2101", Sheet.OneRow.Refusal(string.Concat(Enumerable.Repeat("abs(", 500)) + "1").Code);
        Assert.Equal("true", Sheet.OneRow.Value(string.Join(" or ", Enumerable.Repeat("1 = 2", 200)) + " or true"));
        Assert.Equal("1", Sheet.OneRow.Value(new string('(', 60) + "1" + new string(')', 60)));
    }

    [Fact]
    public void Tells_several_errors_at_once()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ExpressionBinder.Bind(Sheet.Written("totl > 1 and lenght(status) = 1\n  and quantty = 2"), Orders, new BindContext(null), bag));
        Assert.Equal(["shop.yaml(10,20)", "shop.yaml(10,33)", "shop.yaml(11,7)"], bag.InFileOrder().Select(each => each.Position.ToString()));
    }

    [Fact]
    public void A_condition_is_true_or_false()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ExpressionBinder.BindCondition(Sheet.Written("quantity"), Orders, new BindContext(null), bag));
        Assert.Equal("SD2121", Assert.Single(bag).Code);
        Assert.NotNull(ExpressionBinder.BindCondition(Sheet.Written("null"), Orders, new BindContext(null), []));
    }

    [Theory]
    [InlineData("quantity / 2", "int64")]
    [InlineData("quantity / 2", "decimal(2)")]
    [InlineData("total", "int64")]
    [InlineData("shipped", "date")]
    [InlineData("quantity", "string")]
    [InlineData("status", "date")]
    [InlineData("14d", "int64")]
    public void A_column_refuses_what_would_lose_something(string text, string type)
    {
        Assert.True(ColumnType.TryParse(type, out ColumnType? parsed));
        var bag = new DiagnosticBag();
        Assert.False(Orders.Bind(text).CanBecome(parsed.Value, bag));
        Assert.Equal("SD2122", Assert.Single(bag).Code);
    }

    [Theory]
    [InlineData("2024-01-01", true)]
    [InlineData("2024/1/1", true)]
    [InlineData("2024 - 01 - 01", false)]
    [InlineData("2024-01", false)]
    public void Knows_what_looks_like_a_date(string text, bool expected) => Assert.Equal(expected, DateLookalike.IsMatch(text));

    [Fact]
    public void Subtracts_whole_numbers_with_blanks() => Assert.Equal("2022", Sheet.OneRow.Value("2024 - 01 - 01"));

    [Fact]
    public void Lists_names_without_a_scope() =>
        Assert.Equal(["a", "b.c", "so far"], ExpressionBinder.Mentions(Sheet.Written("case a when b.c then a else \"so far\" end")));
}
