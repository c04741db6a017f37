using System.Text;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Tests.Language;

namespace SynthData.Tests.Documents.Reference;

/// <summary>A schema of a page, and what it really makes.</summary>
internal static class PageExample
{
    private const int Rows = 5;

    /// <summary>Whether a block is a whole schema and no file of another.</summary>
    public static bool Is(FencedBlock block) => block.Language == "yaml" && block.File is null && block.Text.StartsWith("synthdata:", StringComparison.Ordinal);

    /// <summary>Gives the first rows of each table that is written; of a schema marked <c>refused</c> what is said of it.</summary>
    /// <param name="block">The schema, whole.</param>
    /// <param name="files">What has to lie beside the schema.</param>
    public static async Task<string> ShowAsync(FencedBlock block, IEnumerable<FencedBlock> files)
    {
        using var folder = new TemporaryFolder();
        foreach (FencedBlock file in files)
            folder.Write(file.File!, file.Text);
        string schema = folder.Write("schema.yaml", block.Text);
        bool isRefused = block.Words.Contains("refused");
        try
        {
            GenerationPlan plan = Dataset.Open(schema).Plan(new GenerationRequest { IsStrict = true });
            Assert.False(isRefused, $"The schema is right, but the page says that it is refused:\n{block.Text}");
            return await RowsAsync(plan, int.Parse(block["rows"] ?? $"{Rows}", System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (SchemaException refused)
        {
            Assert.True(isRefused, $"{string.Join("\n", refused.Diagnostics)}\n{block.Text}");
            return $"It is refused:\n\n```text\n{string.Concat(refused.Diagnostics.Select(one => $"line {one.Position?.Line}: {one.Code}: {one.Message} {one.Fix}\n"))}```";
        }
    }

    private static async Task<string> RowsAsync(GenerationPlan plan, int most)
    {
        var shown = new StringBuilder();
        foreach (TablePlan table in plan.Run.Plan.Tables.Where(table => table.IsWritten))
        {
            MadeTable made = await Made.RowsAsync(plan, table.Name);
            string[] columns = [.. made.Columns];
            string all = made.Count <= most ? $"all {made.Count} rows" : $"the first {most} of {made.Count} rows";
            shown.Append($"`{table.Name}`, {all}:\n\n");
            shown.Append(Cells.Table([.. columns.Select(Cells.Escaped)], made.Rows(columns).Take(most).Select(row => row.Select(Cells.Made).ToArray()))).Append('\n');
        }

        foreach (Diagnostic warning in plan.Warnings)
            shown.Append($"With a warning: {warning.Code}: {warning.Message}\n");
        return shown.ToString();
    }
}
