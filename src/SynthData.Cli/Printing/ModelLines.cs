namespace SynthData.Cli.Printing;

/// <summary>How a model gets on with a table, in three lines that stand below its bar.</summary>
internal static class ModelLines
{
    private const int WideEnough = 100;

    /// <param name="width">Characters of a line; a longer one ends in an ellipsis.</param>
    public static IEnumerable<string> Of(RunProgress progress, ModelProgress model, int width)
    {
        yield return Cut(
            $"  {Words.Number(model.Accepted)} of {Words.Rows(progress.RowsPlanned)} right, {Words.Number(model.Asked)} asked; "
            + $"{Words.Number(model.InFlight)} in flight{Waiting(model)}", width);
        yield return Cut($"  bought: {(model.Calls == 0 ? "nothing yet" : Bought(model))}", width);
        if (!model.Rejected.IsEmpty)
            yield return Cut($"  sent back: {ModelSummary.Reasons(model.Rejected, width < WideEnough ? 2 : 3)}", width);
    }

    private static string Waiting(ModelProgress model) => (model.Waiting, model.Pause) switch
    {
        (0, _) => "",
        (var waiting, { } pause) => $", {Words.Number(waiting)} waiting (pause {Words.Duration(pause)})",
        (var waiting, null) => $", {Words.Number(waiting)} waiting",
    };

    private static string Bought(ModelProgress model) =>
        $"{Words.Number(model.Calls)} {(model.Calls == 1 ? "call" : "calls")}, {Words.Number(model.TokensIn)} tokens in{Cached(model)}, "
        + $"{Words.Number(model.TokensOut)} out{(model.Cost is { } cost ? $", {Words.Money(cost)} in money" : "")}";

    private static string Cached(ModelProgress model) =>
        model.TokensCached == 0 || model.TokensIn == 0 ? "" : $" ({Words.Number(100 * Math.Min(model.TokensCached, model.TokensIn) / model.TokensIn)} % cached)";

    private static string Cut(string line, int width) => line.Length <= width ? line : line[..(width - 1)] + "…";
}
