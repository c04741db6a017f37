using SynthData.Diagnostics;
using SynthData.Expressions.Templates;

namespace SynthData.Tests.Expressions;

public class TemplateTests
{
    private static Sheet Orders => new Sheet()
        .With("name", "string", "Ann", null)
        .With("n", "int64", "7", "42")
        .With("price", "decimal(2)", "12.5", "3")
        .With("day", "date", "2024-01-31", "2024-12-01")
        .With("customer.city", "string", "Utrecht", "Delft");

    [Theory]
    [InlineData("{n:000}", "007", "042")]
    [InlineData("{{{n}}}", "{7}", "{42}")]
    [InlineData("{name} is {n}", "Ann is 7", "null")]
    [InlineData("{name?} is {n}", "Ann is 7", " is 42")]
    [InlineData("{day:yyyy-MM}", "2024-01", "2024-12")]
    [InlineData("{day:d}", "31", "1")]
    [InlineData("{day?:MMMM d}", "January 31", "December 1")]
    [InlineData("{price}", "12.50", "3.00")]
    [InlineData("{price * n:0.0}", "87.5", "126.0")]
    [InlineData("{n / 4:0.00}", "1.75", "10.50")]
    [InlineData("{upper(customer.city)} {'}'}", "UTRECHT }", "DELFT }")]
    [InlineData("{case when n > 10 then 'many: {' else 'few' end}", "few", "many: {")]
    [InlineData("{n > 10}", "false", "true")]
    [InlineData("{cast(day as timestamp):HH:mm}", "00:00", "00:00")]
    [InlineData("plain", "plain", "plain")]
    [InlineData("{10 // (n - 7)}", "error", "0")]
    public void Writes_values_between_literals(string template, string first, string second) =>
        Assert.Equal([first, second], Orders.Texts(template));

    [Fact]
    public void Tells_its_parts_and_what_it_mentions()
    {
        BoundTemplate template = Orders.Template("{name?} from {customer.city}: {n + n:000}");
        Assert.Equal([0, 4, 1], template.Slots);
        Assert.Equal(5, template.Parts.Length);
        Assert.Equal(new TemplateLiteral(" from "), template.Parts[1]);
        TemplateValue last = Assert.IsType<TemplateValue>(template.Parts[4]);
        Assert.Equal("000", last.Format);
        Assert.False(last.IsOptional);
        Assert.True(Assert.IsType<TemplateValue>(template.Parts[0]).IsOptional);
        Assert.Equal(["name", "x.y"], TemplateBinder.Mentions(Sheet.Written("{name} {x.y + 1}")));
    }

    [Theory]
    [InlineData("a {n", "SD2130", 22)]
    [InlineData("a } b", "SD2130", 22)]
    [InlineData("{n {n}}", "SD2130", 20)]
    [InlineData("{name:000}", "SD2131", 26)]
    [InlineData("{n:yyyy}", "SD2131", 23)]
    [InlineData("{cast(day as timestamp):ffffffff}", "SD2131", 44)]
    [InlineData("ab {}", "SD2132", 23)]
    [InlineData("ab {?:0}", "SD2132", 23)]
    [InlineData("{14d}", "SD2133", 21)]
    [InlineData("ab {nam}", "SD2110", 24)]
    [InlineData("ab {n + }", "SD2102", 28)]
    public void Refuses_what_cannot_be_written(string template, string code, int column)
    {
        Diagnostic refusal = Orders.TemplateRefusal(template);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(column, refusal.Position!.Value.Column);
    }
}
