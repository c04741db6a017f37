using SynthData.Batches;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary>Schemas written in a test, opened, planned and read as a user would.</summary>
internal static class Made
{
    /// <summary>Stands in a schema right before the place a diagnostic should name.</summary>
    public const char Mark = '§';

    /// <summary>Puts the required first lines before the tables of a schema.</summary>
    public static string Shop(string tables) => "synthdata: 1\nname: shop\nas_of: 2025-01-01\ntables:\n" + Indent(tables, "  ");

    /// <summary>A schema of one table of columns, one a line.</summary>
    public static string Items(string columns, int rows = 100, string rest = "") =>
        Shop($"items:\n  rows: {rows}\n{Indent(rest, "  ")}  columns:\n{Indent(columns, "    ")}");

    public static GenerationPlan Plan(string schema, GenerationRequest? request = null, params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach ((string name, string text) in files)
            folder.Write(name, text);
        return Dataset.Open(folder.Write("shop.yaml", schema.Replace(Mark.ToString(), "", StringComparison.Ordinal))).Plan(request);
    }

    /// <summary>Makes all rows of a table.</summary>
    public static async Task<MadeTable> RowsAsync(string schema, string table = "items", GenerationRequest? request = null, params (string Name, string Text)[] files) =>
        await RowsAsync(Plan(schema, request, files), table);

    public static async Task<MadeTable> RowsAsync(GenerationPlan plan, string table)
    {
        var columns = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        await foreach (RowBatch batch in plan.ReadBatchesAsync(table, TestContext.Current.CancellationToken))
        {
            for (int column = 0; column < batch.Columns.Length; column++)
            {
                if (!columns.TryGetValue(batch.Columns[column].Name, out List<string?>? cells))
                    columns[batch.Columns[column].Name] = cells = [];
                for (int row = 0; row < batch.RowCount; row++)
                    cells.Add(batch.IsNull(row, column) ? null : CellText.Format(batch.Cells(column), row, batch.Columns[column].Type));
            }
        }

        return new MadeTable(columns);
    }

    /// <summary>Gives everything a schema or its plan is refused or warned for, in file order.</summary>
    public static IReadOnlyList<Diagnostic> Told(string schema, GenerationRequest? request = null)
    {
        try
        {
            return Plan(schema, request).Warnings;
        }
        catch (SchemaException refused)
        {
            return refused.Diagnostics;
        }
    }

    /// <summary>Asserts that making a table's rows ends with a code, and gives what is told.</summary>
    public static async Task<Diagnostic> FailsAsync(string code, string schema, string table = "items", GenerationRequest? request = null)
    {
        GenerationException failure = await Assert.ThrowsAsync<GenerationException>(() => RowsAsync(schema, table, request));
        Assert.Equal(code, failure.Diagnostic.Code);
        Assert.Equal(PlaceOf(schema), Place(failure.Diagnostic));
        return failure.Diagnostic;
    }

    /// <summary>Asserts that a schema is refused for one reason only, at its mark.</summary>
    public static Diagnostic Refused(string code, string schema, GenerationRequest? request = null)
    {
        Diagnostic told = Assert.Single(Told(schema, request));
        Assert.Equal((code, PlaceOf(schema)), (told.Code, Place(told)));
        return told;
    }

    /// <summary>Line and column of the mark, from 1; null without one.</summary>
    public static (int Line, int Column)? PlaceOf(string schema)
    {
        string[] lines = schema.Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains(Mark, StringComparison.Ordinal));
        return line < 0 ? null : (line + 1, lines[line].IndexOf(Mark, StringComparison.Ordinal) + 1);
    }

    public static (int Line, int Column)? Place(Diagnostic told) => told.Position is { } position ? (position.Line, position.Column) : null;

    public static string Indent(string text, string by) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => by + line + "\n"));
}

/// <summary>The rows of a table by column, as CSV writes the cells; null for null.</summary>
internal sealed class MadeTable(Dictionary<string, List<string?>> columns)
{
    public IReadOnlyList<string?> this[string column] => columns[column];

    public IEnumerable<string> Columns => columns.Keys;

    public int Count => columns.Values.First().Count;

    /// <summary>The cells of some columns, row by row.</summary>
    public IEnumerable<string?[]> Rows(params string[] names) => Enumerable.Range(0, Count).Select(row => names.Select(name => columns[name][row]).ToArray());

    public IEnumerable<decimal> Numbers(string column) =>
        columns[column].Select(cell => decimal.Parse(cell!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>How often each value stands in a column; null as "null".</summary>
    public Dictionary<string, int> Tally(string column) => columns[column].GroupBy(cell => cell ?? "null").ToDictionary(group => group.Key, group => group.Count());
}
