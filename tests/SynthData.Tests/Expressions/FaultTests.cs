using SynthData.Diagnostics;

namespace SynthData.Tests.Expressions;

public class FaultTests
{
    [Theory]
    [InlineData("9223372036854775807 + 1", "SD4100")]
    [InlineData("-9223372036854775808 // -1", "SD4100")]
    [InlineData("-(-9223372036854775808)", "SD4100")]
    [InlineData("1e308 * 10", "SD4100")]
    [InlineData("exp(1000)", "SD4100")]
    [InlineData("cast(1e30 as int64)", "SD4100")]
    [InlineData("1 / 0", "SD4101")]
    [InlineData("1 // 0", "SD4101")]
    [InlineData("1.5 % 0", "SD4101")]
    [InlineData("1 % 0", "SD4101")]
    [InlineData("sqrt(-1)", "SD4102")]
    [InlineData("ln(0)", "SD4102")]
    [InlineData("power(-1, 0.5)", "SD4102")]
    [InlineData("substring('a', 0)", "SD4102")]
    [InlineData("time '23:00' + 2h", "SD4102")]
    [InlineData("date '9999-12-31' + 1d", "SD4103")]
    [InlineData("timestamp '0001-01-01 00:00' - 1s", "SD4103")]
    [InlineData("make_date(2023, 2, 29)", "SD4103")]
    [InlineData("cast('x' as int64)", "SD4104")]
    [InlineData("lpad('a', 1000000, 'x')", "SD4105")]
    public void An_error_cell_has_a_reason(string text, string code)
    {
        Diagnostic fault = Sheet.OneRow.Fault("coalesce(" + text + ", " + text + ")");
        Assert.Equal(code, fault.Code);
        Assert.Equal(new SourcePosition("shop.yaml", 10, 29), fault.Position);
    }

    [Theory]
    [InlineData("3000000000", "int32", "SD4100")]
    [InlineData("1000", "decimal(4,2)", "SD4100")]
    [InlineData("'[1'", "json", "SD4104")]
    public void A_value_that_its_column_does_not_take_has_a_reason(string text, string type, string code) =>
        Assert.Equal(code, Sheet.OneRow.Fault(text, type).Code);

    [Fact]
    public void Names_the_part_that_failed_and_the_row() => Assert.Equal(
        "'a + 10 // (a - 1)' has no value in row 100: '10 // (a - 1)' divides by zero.",
        new Sheet().With("a", "int64", "1").Fault("a + 10 // (a - 1)").Message);
}
