using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>Tables of text as the program draws them.</summary>
internal static class Grids
{
    /// <summary>Makes an empty table; a column whose name ends in <c>#</c> stands right-aligned without it.</summary>
    public static Table Open(params IEnumerable<string> columns)
    {
        Table table = new() { Border = TableBorder.None };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column.TrimEnd('#'), new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.EndsWith('#') ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, 2, 0),
            });
        }

        return table;
    }

    public static void Add(this Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(cell => new Text(cell)));
}
