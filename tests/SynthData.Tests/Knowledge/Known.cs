using SynthData.Diagnostics;
using SynthData.Tests.Language;

namespace SynthData.Tests.Knowledge;

/// <summary>A schema of one table with a prompt column, and a knowledge file beside it.</summary>
internal static class Known
{
    /// <summary>A table with a category, a number that may be null and two prompt columns.</summary>
    public const string Columns = """
        id:    { sequence: 1 }
        kind:  { values: [bike, part] }
        sex:   { values: [f, m] }
        note:  { values: [red, blue], nulls: 50% }
        size:  { type: int32, range: [10, 99] }
        title: { prompt: 'Title of a {kind}.' }
        body:  { prompt: 'Text about a {kind}.', fallback: { constant: none } }
        """;

    /// <summary>Puts a file's first line before what it says of columns and lists.</summary>
    public static string File(string columns, string lists = "") =>
        $"synthdata-knowledge: 1\ncolumns:\n{Made.Indent(columns, "  ")}{(lists.Length > 0 ? $"lists:\n{Made.Indent(lists, "  ")}" : "")}";

    public static GenerationPlan Plan(string knowledge, GenerationRequest? request = null, string columns = Columns, int rows = 200) =>
        Made.Plan(Made.Items(columns, rows), request, ("shop.knowledge.yaml", knowledge.Replace("§", "", StringComparison.Ordinal)));

    public static async Task<MadeTable> RowsAsync(string knowledge, string columns = Columns, int rows = 200) =>
        await Made.RowsAsync(Plan(knowledge, null, columns, rows), "items");

    /// <summary>Everything a knowledge file is refused or warned for.</summary>
    public static IReadOnlyList<Diagnostic> Told(string knowledge, GenerationRequest? request = null, string columns = Columns)
    {
        try
        {
            return Plan(knowledge, request, columns).Warnings;
        }
        catch (SchemaException refused)
        {
            return refused.Diagnostics;
        }
    }
}
