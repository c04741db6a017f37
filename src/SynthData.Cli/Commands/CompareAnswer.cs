using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Comparing;

namespace SynthData.Cli.Commands;

/// <summary>How alike two datasets are.</summary>
internal sealed record CompareAnswer(LikenessReport Report) : CommandAnswer
{
    // The rest is less apart, and in --json.
    private const int ShownPairs = 10;

    public override int ExitCode => Report.Findings.IsEmpty ? Cli.ExitCode.Done : Cli.ExitCode.Differences;

    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        DiagnosticPrinter.Print(Report.Findings, console);
        if (session.IsQuiet)
            return;
        foreach (TableLikeness table in Report.Tables)
        {
            console.Line($"{table.Name}: A has {Told(table.A)}, B has {Told(table.B)}");
            console.Draw(ColumnsOf(table));
            if (table.Pairs.IsEmpty)
                continue;
            console.Line();
            console.Draw(PairsOf(table));
        }
    }

    public override void WriteJson(Utf8JsonWriter json) => LikenessJson.Write(json, Report);

    private static Table ColumnsOf(TableLikeness table)
    {
        Table grid = Grids.Open("column", "as", "measure", "A#", "B#", "distance#");
        foreach (ColumnLikeness column in table.Columns)
        {
            (string name, string kind) = (column.Name, LikenessJson.ClassOf(column));
            foreach (MeasuredValue value in column.Values)
            {
                grid.Add(name, kind, value.Name, Figure(value.A), Figure(value.B), Figure(value.Distance));
                (name, kind) = ("", "");
            }
        }

        return grid;
    }

    private static Table PairsOf(TableLikeness table)
    {
        Table grid = Grids.Open("columns", "association", "A#", "B#", "distance#");
        foreach (PairLikeness pair in table.Pairs.Take(ShownPairs))
            grid.Add($"{pair.First}, {pair.Second}", LikenessJson.MeasureOf(pair), Figure(pair.A), Figure(pair.B), Figure(pair.Distance));
        return grid;
    }

    private static string Told(ComparedRows rows) =>
        rows.Rows == rows.Sampled ? Words.Rows(rows.Rows) : $"{Words.Rows(rows.Rows)}, of which {Words.Number(rows.Sampled)} were measured";

    private static string Figure(double? figure) => figure switch
    {
        null => "",
        { } whole when Math.Abs(whole) >= 1_000 => whole.ToString("N0", CultureInfo.InvariantCulture),
        { } zero when Math.Abs(zero) < 0.00005 => "0",
        { } small => small.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
