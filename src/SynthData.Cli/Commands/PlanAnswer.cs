using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Planning;
using SynthData.Sources.Model.Tokens;

namespace SynthData.Cli.Commands;

/// <summary>A plan, table by table in the order they are made.</summary>
/// <param name="Compiled">What asking once for all rows would take; null where no model is named or nothing can be asked.</param>
internal sealed record PlanAnswer(PlanReport Report, CompileReport? Compiled) : CommandAnswer
{
    public override void Print(Session session)
    {
        IAnsiConsole console = session.Results;
        string asOf = Report.AsOf is { } day ? $", as of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        console.Line($"{Report.Dataset}: {Words.Rows(Report.Rows)}, seed {Report.Seed}, generator {Report.Generator}{asOf}");
        foreach (TableReport table in Report.Tables)
            Print(table, console);
        if (Report.Model is { } model)
            Print(model, console);
        if (Compiled is null)
            return;
        console.Line();
        console.Line("asked once for all rows ('synthdata compile'):");
        CompileAnswer.PrintPlan(Compiled, console);
    }

    public override void WriteJson(Utf8JsonWriter json) => PlanJson.Write(json, Report, Compiled);

    /// <summary>Prints what a model would take.</summary>
    public static void Print(ModelEstimate model, IAnsiConsole console)
    {
        string scale = model.Scale == TokenScale.Characters ? "tokens by characters, since its encoding is not known" : $"tokens in {model.Scale}";
        string money = model.Cost is { } cost ? $", {Words.Money(cost)} in money" : "";
        console.Line();
        console.Line($"{model.Model}, an estimate ({scale}):");
        console.Line(
            $"  about {Words.Number(model.Calls)} calls for {Words.Number(model.Cells)} cells, "
            + $"{Words.Number(model.TokensIn)} tokens in, {Words.Number(model.TokensOut)} out{money}");
        foreach (TableEstimate table in model.Tables.Where(_ => model.Tables.Length > 1))
            console.Line($"    {table.Table}: {Words.Number(table.Calls)} calls, {Words.Number(table.TokensIn)} tokens in, {Words.Number(table.TokensOut)} out");
        if (model.Least is { } least)
            console.Line($"  at least {Words.Duration(least)} at the limits given");
        console.Line("  if every answer is right and the journal holds none yet; lengths of texts are guessed from 'length' and prompt");
    }

    private static void Print(TableReport table, IAnsiConsole console)
    {
        console.Line();
        string hidden = table.IsWritten ? "" : ", not written";
        console.Line($"{table.Name}: {Words.Rows(table.Rows)} ({table.RowsFrom}){hidden}");
        Table grid = Grids.Open("column", "type", "source", "detail", "prefix-stable");
        foreach (ColumnReport column in table.Columns)
        {
            string cut = column.ShareCut is { } share and > 0 ? $" (cuts {Words.Share(share)} away)" : "";
            grid.Add(column.Name, column.Type, column.Source, column.Detail + cut, column.IsPrefixStable ? "yes" : "no");
        }

        console.Draw(grid);
        console.Line($"  in stages: {string.Join(" > ", table.Stages)}");
        if (table.Unsolved is { } unsolved)
            console.Line($"  rows the model does not solve: {unsolved}");
        if (!table.DefaultAxes.IsEmpty)
            console.Line($"  shown to the model to make texts differ: {string.Join(", ", table.DefaultAxes)} ('axes' says otherwise)");
        foreach (RuleReport rule in table.Rules)
        {
            string probed = rule.Probed == 0 ? "" : $"; {Words.Number(rule.Rejected)} of {Words.Number(rule.Probed)} first draws broke it";
            console.Line($"  rule {rule.Rule}: {rule.Means}{probed}");
        }
    }
}
