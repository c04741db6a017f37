using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;

namespace SynthData.Expressions.Functions;

/// <summary>Functions of texts. Characters are code points; nothing depends on a culture.</summary>
internal static class TextFunctions
{
    private const ParameterKind Text = ParameterKind.Text;
    private const ParameterKind Int = ParameterKind.Int;

    public static ImmutableArray<Function> All { get; } =
    [
        new("lower", "The text in lower case, character by character.", "lower('Größe')", "größe",
            [Of("lower(text)", [Text], ExpressionType.Text, TextKernels.Lower, new Sql("LOWER({0})"))]),
        new("upper", "The text in upper case, character by character.", "upper('abc')", "ABC",
            [Of("upper(text)", [Text], ExpressionType.Text, TextKernels.Upper, new Sql("UPPER({0})"))]),
        new("trim", "The text without blanks at its ends.", "trim('  a b ')", "a b",
            [Of("trim(text)", [Text], ExpressionType.Text, TextKernels.Trim, new Sql("TRIM({0}, ' ')", "BTRIM({0}, ' ')"))]),
        new("length", "The number of characters (code points).", "length('naïve 🚲')", "7",
            [Of("length(text)", [Text], ExpressionType.Int, TextKernels.Length, new Sql("LENGTH({0})", "CAST(LENGTH({0}) AS BIGINT)"))]),
        new("substring", "The characters from a position, counted from 1, all or so many; a position below 1 is an error.", "substring('bicycle', 3, 5)", "cycle",
        [
            Of("substring(text, start)", [Text, Int], ExpressionType.Text, TextKernels.Substring,
                new Sql("SUBSTRING({0}, {1})", "SUBSTRING({0}, CAST({1} AS INTEGER))"), EvaluationDiagnostics.OutOfDomain),
            Of("substring(text, start, length)", [Text, Int, Int], ExpressionType.Text, TextKernels.Substring,
                new Sql("SUBSTRING({0}, {1}, {2})", "SUBSTRING({0}, CAST({1} AS INTEGER), CAST({2} AS INTEGER))"), EvaluationDiagnostics.OutOfDomain),
        ]),
        new("replace", "The text with every occurrence of one text replaced by another.", "replace('a-b-c', '-', '+')", "a+b+c",
        [
            Of("replace(text, sought, put)", [Text, Text, Text], ExpressionType.Text, TextKernels.Replace,
                new Sql("REPLACE({0}, {1}, {2})"), EvaluationDiagnostics.TextTooLong),
        ]),
        new("lpad", "The text filled up at its start, or cut at its end, to a length.", "lpad('7', 3, '0')", "007", Pad("lpad", TextKernels.PadLeft)),
        new("rpad", "The text filled up or cut at its end to a length.", "rpad('ab', 4, '.')", "ab..", Pad("rpad", TextKernels.PadRight)),
        new("starts_with", "Whether the text begins with another.", "starts_with('bicycle', 'bi')", "true",
            [Of("starts_with(text, start)", [Text, Text], ExpressionType.Bool, TextKernels.StartsWith, new Sql("STARTS_WITH({0}, {1})"))]),
        new("contains", "Whether the text has another inside.", "contains('bicycle', 'cyc')", "true",
            [Of("contains(text, part)", [Text, Text], ExpressionType.Bool, TextKernels.Contains, new Sql("CONTAINS({0}, {1})", "(STRPOS({0}, {1}) > 0)"))]),
        new("regexp_matches", "Whether a regular expression, a literal, is found anywhere in the text.", "regexp_matches('AB-1234', '[0-9]{4}$')", "true",
            [new Overload("regexp_matches(text, 'pattern')", [Text, ParameterKind.TextLiteral], Matches)]),
        new("concat", "The texts one after the other; nulls are left out.", "concat('a', null, 'b')", "ab",
            [new Overload("concat(text, …)", [Text], call => new ConcatNode(call.Arguments)) { IsOpen = true }]),
    ];

    private static Overload Of(
        string signature, ImmutableArray<ParameterKind> parameters, ExpressionType type, RowKernel kernel, Sql sql, DiagnosticDescriptor? fault = null) =>
        new(signature, parameters, call => new RowNode(type, call.Arguments, kernel, sql, fault));

    private static ImmutableArray<Overload> Pad(string name, RowKernel kernel)
    {
        string sql = name.ToUpperInvariant();
        return
        [
            Of($"{name}(text, length)", [Text, Int], ExpressionType.Text, kernel,
                new Sql(sql + "({0}, CAST({1} AS INTEGER), ' ')"), EvaluationDiagnostics.TextTooLong),
            Of($"{name}(text, length, pad)", [Text, Int, Text], ExpressionType.Text, kernel,
                new Sql(sql + "({0}, CAST({1} AS INTEGER), {2})"), EvaluationDiagnostics.TextTooLong),
        ];
    }

    private static RowNode? Matches(Call call)
    {
        if (call.Text(1) is not { } pattern)
            return null;
        try
        {
            var regex = new CodePointRegex(pattern);
            return new RowNode(
                ExpressionType.Bool,
                [call[0], call[1]],
                (operands, row, target) => TextKernels.Set(target, row, regex.IsMatch(TextKernels.Text(operands[0], row)) ? 1 : 0),
                new Sql("REGEXP_MATCHES({0}, {1})", "({0} ~ {1})"));
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            call.Bag.Add(ExpressionDiagnostics.BadPattern, call.PositionOf(1), pattern, refused.Message);
            return null;
        }
    }
}
