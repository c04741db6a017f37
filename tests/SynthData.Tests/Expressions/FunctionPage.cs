using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SynthData.Expressions.Functions;

namespace SynthData.Tests.Expressions;

/// <summary>The functions of the language as FUNCTIONS.md.</summary>
internal static class FunctionPage
{
    public static string Markdown()
    {
        StringBuilder page = new();
        page.Append("# Functions\n\nEvery function an expression may call, how it is called, and what an example gives.\n");
        page.Append("Generated from the code; a test compares it and evaluates every example. In the examples `as_of` is 2025-01-01.\n\n");
        page.Append("A null among the arguments makes the result null, unless the description says otherwise. An error makes it an error.\n");
        Section(page, "Choices", ChoiceFunctions.All);
        Section(page, "Numbers", NumberFunctions.All);
        Section(page, "Texts", TextFunctions.All);
        Section(page, "Dates and times", MomentFunctions.All);
        RowSection(page);
        return page.ToString();
    }

    private static void RowSection(StringBuilder page)
    {
        page.Append("\n## Other rows\n\nThese read other rows than their own, so the examples are columns of a schema.\n\n| call | what it gives | example |\n|---|---|---|\n");
        foreach (RowFunction function in RowFunctions.All)
            page.Append(CultureInfo.InvariantCulture, $"| {Code(function.Signature)} | {function.Doc} | {Code(function.Example)} |\n");
    }

    private static void Section(StringBuilder page, string title, ImmutableArray<Function> functions)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| call | what it gives | example | result |\n|---|---|---|---|\n");
        foreach (Function function in functions)
        {
            string calls = string.Join("<br>", function.Overloads.Select(overload => Code(overload.Signature)).Distinct());
            page.Append(CultureInfo.InvariantCulture, $"| {calls} | {function.Doc} | {Code(function.Example)} | {Code(function.Result)} |\n");
        }
    }

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
