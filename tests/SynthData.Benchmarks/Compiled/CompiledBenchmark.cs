using System.Globalization;
using SynthData.Benchmarks.Orchestrator;
using SynthData.Comparing;
using SynthData.Comparing.Texts;

namespace SynthData.Benchmarks.Compiled;

/// <summary>Measures what is got of a model that is asked once, beside asking it for every row: calls, tokens, and how far the texts differ.</summary>
/// <remarks>
/// The model is simulated, so the texts say nothing of realism: measured are what is asked, how it is varied, and that every row keeps the
/// schema. Masked are the titles of products, which the texts name, and what <see cref="TextMask"/> takes for names, numbers and dates.
/// </remarks>
internal static class CompiledBenchmark
{
    private static readonly string[] Products = ["Notepad Pro", "Gridline", "Postbox", "Cloudshelf"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(CompiledOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using var rig = new CompiledRig();
        CompiledCost cost = await rig.CompileAsync(options.Rows, cancellationToken);
        CompiledRows made = await rig.MakeAsync(options.Rows, cancellationToken);
        (long tokens, long asked) = await rig.AskAsync(options.Asked, cancellationToken);
        double perRow = (double)tokens / asked * made.Rows.Count;
        Figure[] figures =
        [
            new Figure("Rows of tickets", Words(made.Rows.Count)),
            new Figure("Entries, and pools", $"{Words(cost.Report.Groups.Sum(group => group.Written))} in {Words(cost.Report.Groups.Sum(group => group.Pools))}"),
            Figure.AtMost("Calls", cost.Calls, 300, "0"),
            new Figure("Tokens in + out", Words(cost.Tokens)),
            new Figure($"  asked row by row (measured over {Words(asked)} rows)", Words((long)perRow)),
            Figure.AtMost("  of that", cost.Tokens / perRow, 1 / 25.0, "0.0000"),
            Figure.AtMost("Rows that break the schema", made.Violations, 0, "0"),
            .. Texts("subject, at most ten words", [.. made.Rows.Select(row => row.Subject)], leastDistinct: null),
            .. Texts("body", [.. made.Rows.Select(row => row.Body)], leastDistinct: 0.98),
        ];
        foreach (Figure figure in figures)
            await output.WriteLineAsync(figure.ToString());
        await TellLikenessAsync(await rig.CompareAsync(options.Asked, cancellationToken), output);
        return figures;
    }

    // Texts of a simulated model say nothing of realism; what is told is how much more alike rows of few entries are than rows asked apart.
    private static async Task TellLikenessAsync(TableLikeness likeness, TextWriter output)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {"",-44}{"asked a row",14}{"knowledge",14}{"distance",12}"));
        foreach (ColumnLikeness column in likeness.Columns.Where(column => column.Name is "subject" or "body"))
        {
            foreach (MeasuredValue value in column.Values)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {column.Name + ", " + value.Name,-44}{value.A,14:0.###}{value.B,14:0.###}{value.Distance,12:0.###}"));
        }

        PairLikeness? greatest = likeness.Pairs.FirstOrDefault();
        if (greatest is not null)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {$"{greatest.First} with {greatest.Second}, the most different pair",-44}{greatest.A,14:0.###}{greatest.B,14:0.###}{greatest.Distance,12:0.###}"));
    }

    private static IEnumerable<Figure> Texts(string column, IReadOnlyCollection<string> texts, double? leastDistinct)
    {
        string[] masked = [.. texts.Select(text => TextMask.Of(text, Products))];
        double distinct = (double)texts.Distinct(StringComparer.Ordinal).Count() / texts.Count;
        yield return leastDistinct is { } least
            ? Figure.AtLeast($"Distinct texts, {column}", distinct, least, "0.0000")
            : new Figure($"Distinct texts, {column}", distinct.ToString("0.0000", CultureInfo.InvariantCulture));
        yield return Figure.AtLeast("  masked", (double)masked.Distinct(StringComparer.Ordinal).Count() / texts.Count, 0.2, "0.0000");
        yield return Figure.AtMost("  masked, the sentence in most rows", Sentences.ShareOfCommonest(masked), 0.002, "0.0000");
    }

    private static string Words(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
