using System.Diagnostics;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Templates;
using SynthData.Tests.Expressions.Judged;

namespace SynthData.Tests.Expressions;

/// <summary>Texts that are no expressions: a diagnostic inside the text, never an exception, never a long wait.</summary>
public class HostileTextTests
{
    private static readonly string[] Tokens =
    [
        "and", "or", "not", "in", "between", "like", "is", "null", "case", "when", "then", "else", "end", "true", "false", "date", "timestamp", "time", "as", "from",
        "cast", "extract", "+", "-", "*", "/", "//", "%", "||", "=", "<>", "<", "<=", ">", ">=", "(", ")", ",", ".", "?", ":", "{", "}", "[", ";", "!", "\\", "\"", "'",
        "1", "1.5", "1e3", "1_000", "14d", "3y", "99999999999999999999", "1.", ".5", "1e", "12abc", "''", "'a'", "'it''s'", "\"q\"", "date '2024-01-31'", "time '25:00'",
        "x", "price", "order.note", "length(", "coalesce(", "round(", "greatest(", "regexp_matches(", "'('", "make_date(", "today()", "decimal(2)", "decimal(", "int64",
        "é", "🚲", "\uD800", "\u0000", "\n", "\t", " ", "  ", "--", "/*", "2024-01-01", "0x1F", "$", "@",
    ];

    [Fact]
    public void Soup_of_tokens_is_refused_inside_the_text()
    {
        var random = new Random(20240131);
        Sheet sheet = RandomRows.Sheet(random, 2);
        int bound = 0;
        for (int round = 0; round < 20_000; round++)
        {
            string glue = random.Next(3) == 0 ? "" : " ";
            bound += Read(string.Join(glue, Enumerable.Range(0, random.Next(1, 14)).Select(_ => Tokens[random.Next(Tokens.Length)])), sheet) ? 1 : 0;
        }

        Assert.InRange(bound, 50, 19_000);
    }

    [Fact]
    public void Expressions_with_a_flaw_are_read_or_refused_inside_the_text()
    {
        var random = new Random(20240229);
        Sheet sheet = RandomRows.Sheet(random, 2);
        var maker = new PieceMaker(random, sheet);
        int bound = 0;
        for (int round = 0; round < 5_000; round++)
        {
            string text = maker.Next().Text;
            for (int flaw = random.Next(1, 4); flaw > 0; flaw--)
                text = Spoil(text, random);
            bound += Read(text, sheet) ? 1 : 0;
        }

        Assert.InRange(bound, 100, 4_900);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("not ", "true", "")]
    [InlineData("- ", "1", "")]
    [InlineData("+", "1", "")]
    [InlineData("", "1", " + 1")]
    [InlineData("", "1", " = 1")]
    [InlineData("", "1", " is null")]
    [InlineData("", "1", " is not null")]
    [InlineData("", "1", " in (1)")]
    [InlineData("1 in (", "1", ")")]
    [InlineData("", "1", " between 1 and 1")]
    [InlineData("abs(", "1", ")")]
    [InlineData("coalesce(1, ", "1", ")")]
    [InlineData("cast(", "1", " as int64)")]
    [InlineData("extract(year from ", "today()", ")")]
    [InlineData("case when true then ", "1", " end")]
    [InlineData("case ", "1", " when 1 then 1 end")]
    [InlineData("1 + (", "1", " * 2)")]
    public void Ten_thousand_levels_are_a_diagnostic(string before, string inside, string after)
    {
        string[] codes = [.. new[] { 70, 300, 10_000 }.Select(levels => Sheet.OneRow.Refusal(
            string.Concat(Enumerable.Repeat(before, levels)) + inside + string.Concat(Enumerable.Repeat(after, levels))).Code)];
        Assert.Equal("SD2101", codes[0]);
        Assert.All(codes, code => Assert.True(code is "SD2100" or "SD2101", code));
        Assert.Equal("SD2100", codes[^1]);
    }

    [Fact]
    public void A_subject_deep_inside_is_evaluated_once()
    {
        string text = "7";
        for (int level = 0; level < 30; level++)
            text = $"case {text} when 1 then 2 when 7 then 7 when 3 then 4 end";
        Assert.Equal("7", Sheet.OneRow.Value(text));
        Assert.InRange(Sheet.OneRow.Bind(text).ToSql(SqlDialect.DuckDb, _ => "").Length, 1, 5_000);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|a)*b")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("(.*)(.*)(.*)(.*)(.*)x")]
    [InlineData("(a?){50}a{50}b")]
    public void A_regular_expression_takes_time_linear_to_the_text(string pattern)
    {
        Sheet sheet = new Sheet().With("text", "string", new string('a', 50_000) + "!");
        var watch = Stopwatch.StartNew();
        Assert.Equal("false", Assert.Single(sheet.Rows($"regexp_matches(text, '{pattern}')")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a)b")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("[🚲-🚴]")]
    [InlineData("[a")]
    public void A_regular_expression_that_is_not_of_linear_time_is_refused(string pattern) =>
        Assert.Equal("SD2120", Sheet.OneRow.Refusal($"regexp_matches('a', '{pattern}')").Code);

    [Fact]
    public void A_like_of_many_stars_is_quick()
    {
        Sheet sheet = new Sheet().With("text", "string", new string('a', 20_000));
        Assert.Equal("false", Assert.Single(sheet.Rows($"text like '{string.Concat(Enumerable.Repeat("%a", 500))}%b'")));
    }

    // True when it is an expression after all.
    private static bool Read(string text, Sheet sheet)
    {
        var bag = new DiagnosticBag();
        BoundExpression? bound = ExpressionBinder.Bind(Sheet.Written(text), sheet, Sheet.Context, bag);
        Assert.True((bound is null) == (bag.Count > 0), text);
        foreach (Diagnostic diagnostic in bag)
            AssertInside(diagnostic, text);
        if (bound is not null)
        {
            Frame frame = sheet.Frame();
            Column cells = bound.Evaluate(frame);
            for (int row = 0; row < frame.Count; row++)
            {
                if (cells.States[row] == CellState.Error)
                    AssertInside(Assert.IsType<Diagnostic>(bound.Explain(frame, row)), text);
            }
        }

        var templateBag = new DiagnosticBag();
        BoundTemplate? template = TemplateBinder.Bind(Sheet.Written(text), sheet, Sheet.Context, templateBag);
        Assert.True((template is null) == (templateBag.Count > 0), text);
        foreach (Diagnostic diagnostic in templateBag)
            AssertInside(diagnostic, text);
        return bound is not null;
    }

    private static void AssertInside(Diagnostic diagnostic, string text)
    {
        SourcePosition place = Assert.IsType<SourcePosition>(diagnostic.Position);
        string[] lines = text.Split('\n');
        Assert.InRange(place.Line, 10, 9 + lines.Length);
        int first = place.Line == 10 ? 20 : 1;
        Assert.InRange(place.Column, first, first + lines[place.Line - 10].Length);
        Assert.NotEmpty(diagnostic.Message);
        Assert.NotEmpty(diagnostic.Fix);
    }

    private static string Spoil(string text, Random random)
    {
        if (text.Length == 0)
            return "(";
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(1, 4), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Tokens[random.Next(Tokens.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at],
            _ => text[at..] + text[..at],
        };
    }
}
