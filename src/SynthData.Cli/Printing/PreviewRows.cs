using System.Text.Json;
using Spectre.Console;
using SynthData.Batches;

namespace SynthData.Cli.Printing;

/// <summary>The first rows of a table as text, taken from its first batches.</summary>
internal sealed class PreviewRows(string table, int limit)
{
    private const int WidestCell = 40;
    private const string NullMark = "–";

    private readonly List<string?[]> rows = [];

    public string Table => table;

    public IReadOnlyList<BatchColumn> Columns { get; private set; } = [];

    public IReadOnlyList<string?[]> Rows => rows;

    public bool IsFull => rows.Count >= limit;

    public void Take(RowBatch batch)
    {
        Columns = batch.Columns;
        for (int row = 0; row < batch.RowCount && !IsFull; row++)
        {
            string?[] cells = new string?[batch.Columns.Length];
            for (int column = 0; column < cells.Length; column++)
                cells[column] = batch.IsNull(row, column) ? null : CellText.Format(batch.Cells(column), row, batch.Columns[column].Type);
            rows.Add(cells);
        }
    }

    /// <summary>Draws the rows; columns that do not fit the width are counted under the table.</summary>
    public void Print(IAnsiConsole console, long? planned)
    {
        string of = planned is { } all ? $", first {rows.Count} of {Words.Rows(all)}" : $", first {rows.Count}";
        console.Line($"{table}{of}");
        int shown = FittingColumns(console.Profile.Width);
        Table grid = Grids.Open(Columns.Take(shown).Select(column => column.Name));
        foreach (string?[] row in rows)
            grid.Add(row.Take(shown).Select(Cell));
        console.Draw(grid);
        if (shown < Columns.Count)
            console.Line($"  and {Columns.Count - shown} more: {string.Join(", ", Columns.Skip(shown).Select(column => column.Name))}");
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("table", table);
        json.WriteStartArray("columns");
        foreach (BatchColumn column in Columns)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (string?[] row in rows)
        {
            json.WriteStartArray();
            foreach (string? cell in row)
                json.WriteStringValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private int FittingColumns(int width)
    {
        int used = 2;
        for (int column = 0; column < Columns.Count; column++)
        {
            used += 2 + rows.Select(row => Cell(row[column]).Length).Append(Columns[column].Name.Length).Max();
            if (used > width && column > 0)
                return column;
        }

        return Columns.Count;
    }

    private static string Cell(string? cell)
    {
        if (cell is null)
            return NullMark;
        return Words.Cut(cell.ReplaceLineEndings(" "), WidestCell);
    }
}
