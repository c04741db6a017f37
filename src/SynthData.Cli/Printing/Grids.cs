using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthData.Cli.Printing;

/// <summary>Tables of text as the program draws them.</summary>
internal static class Grids
{
    private const int NarrowestProse = 10;
    private const int Gap = 2;

    // Sentences may be broken where a line is short; names, paths and numbers are to be read and copied.
    private static readonly string[] Prose = ["what", "about", "detail", "gives", "example", "locales", "now", "state", ""];

    /// <summary>Makes an empty table; a column whose name ends in <c>#</c> stands right-aligned without it.</summary>
    public static Table Open(params IEnumerable<string> columns)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.TrimEnd('#'), new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.EndsWith('#') ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, Gap, 0),
                NoWrap = !Prose.Contains(column),
            });
        }

        return table;
    }

    public static void Add(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    /// <summary>Draws a table. Where a line is too short for its names and numbers, they run over it rather than being broken.</summary>
    public static void Draw(this IAnsiConsole console, Table table)
    {
        int needed = Needed(table, console);
        (needed > console.Profile.Width ? Consoles.Widened(console, needed) : console).Write(table);
    }

    private static int Needed(Table table, IAnsiConsole console)
    {
        RenderOptions options = RenderOptions.Create(console, console.Profile.Capabilities);
        int needed = 0;
        for (int column = 0; column < table.Columns.Count; column++)
        {
            int widest = table.Rows.Select(row => row.ElementAt(column)).Append(table.Columns[column].Header).Max(cell => cell.Measure(options, int.MaxValue).Max);
            needed += Gap + (table.Columns[column].NoWrap ? Math.Max(widest, table.Columns[column].Width ?? 0) : Math.Min(widest, NarrowestProse));
        }

        return needed;
    }
}
