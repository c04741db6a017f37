using System.Globalization;
using Spectre.Console;
using SynthData.Manifest;
using SynthData.Planning;
using SynthData.Sources.Model;

namespace SynthData.Cli.Printing;

/// <summary>What a run had of its model, in a few lines for a person.</summary>
internal static class ModelSummary
{
    private const int MostReasons = 3;

    public static void Print(ModelFigures model, IEnumerable<TextVariety> texts, IAnsiConsole console)
    {
        string fromJournal = model.FromJournal.Calls == 0 ? "" : $" ({Words.Number(model.FromJournal.Calls)} from the journal)";
        console.Line($"  {model.Model}: {Answers(model.Used.Calls)}{fromJournal}, {Tokens(model.Used)}");
        console.Line($"  bought in this run: {Bought(model)}");
        foreach (TableFigures table in model.Tables.Where(table => table.Answered > 0))
            Print(table, texts.Where(text => text.Table == table.Table), console);
    }

    /// <summary>Tells what was bought, with money where prices are known.</summary>
    public static string Bought(ModelFigures model)
    {
        if (model.Sending.Calls == 0)
            return "nothing";
        string lost = model.Sending.Lost == 0 ? "" : $"; {Words.Number(model.Sending.Lost)} of the calls without an answer, counted at their estimate";
        string money = model.Sending.Cost is { } cost ? $", {Words.Money(cost)} in money" : "";
        return $"{Calls(model.Sending.Calls)}, {Words.Number(model.Sending.Tokens.In)} tokens in, {Words.Number(model.Sending.Tokens.Out)} out{money}{lost}";
    }

    /// <summary>Tells the commonest reasons of a table's rejections, most first.</summary>
    public static string Reasons(IEnumerable<ManifestRejection> rejected, int most)
    {
        ManifestRejection[] all = [.. rejected.OrderByDescending(rejection => rejection.Count).ThenBy(rejection => rejection.Rule, StringComparer.Ordinal)];
        string shown = string.Join(", ", all.Take(most).Select(rejection => $"{Words.Number(rejection.Count)} for {rejection.Rule} ({rejection.Code})"));
        return all.Length <= most ? shown : $"{shown}, {Words.Number(all.Skip(most).Sum(rejection => rejection.Count))} for other reasons";
    }

    private static void Print(TableFigures table, IEnumerable<TextVariety> texts, IAnsiConsole console)
    {
        console.Line(
            $"  {table.Table}: {Words.Share(table.FirstAskShare)} of {Words.Rows(table.Answered)} right on the first ask; a row took {Ratio(table.AsksPerRow)} asks, "
            + $"{Ratio(table.CallsPerRow)} calls, {table.TokensPerRow.ToString("0.#", CultureInfo.InvariantCulture)} tokens");
        if (table.FellBack > 0)
            console.Line($"    {Words.Rows(table.FellBack)} stayed wrong and {(table.FellBack == 1 ? "holds" : "hold")} fallbacks");
        if (!table.Rejected.IsEmpty)
            console.Line($"    sent back: {Reasons(table.Rejected, MostReasons)}");
        if (texts.Any())
            console.Line($"    alike: {string.Join(", ", texts.Select(Alike))}");
    }

    private static string Alike(TextVariety texts) => (texts.Duplicates, texts.NearDuplicates) switch
    {
        (0, 0) => $"none of {texts.Column}",
        (var same, 0) => $"{Rate(same, texts)} of {texts.Column}",
        (var same, var near) => $"{Rate(same, texts)} of {texts.Column} and {Rate(near, texts)} nearly",
    };

    private static string Rate(long count, TextVariety texts) => Words.Share((double)count / texts.Rows);

    private static string Answers(long calls) => calls == 1 ? "1 answer" : $"{Words.Number(calls)} answers";

    private static string Calls(long calls) => calls == 1 ? "1 call" : $"{Words.Number(calls)} calls";

    private static string Tokens(CallFigures used)
    {
        string cached = used.TokensCached == 0 ? "" : $" ({Words.Share(used.CachedShare)} from the provider's cache)";
        return $"{Words.Number(used.TokensIn)} tokens in{cached}, {Words.Number(used.TokensOut)} out";
    }

    private static string Ratio(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
