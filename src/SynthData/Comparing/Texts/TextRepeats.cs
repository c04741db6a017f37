using SynthData.Sources.Model.Variety;

namespace SynthData.Comparing.Texts;

/// <summary>How often texts repeat others of their column; shares of rows.</summary>
/// <param name="Distinct">Different texts, letter by letter, over rows.</param>
/// <param name="Duplicates">Rows whose form an earlier row has.</param>
/// <param name="NearDuplicates">Rows that are no duplicates and much like an earlier row, among the first ones.</param>
internal sealed record TextRepeats(double Distinct, double Duplicates, double NearDuplicates)
{
    private const int MostNearRows = 10_000;
    private const long MostNearUnits = 2_000_000;

    /// <summary>Rows among which near duplicates are looked for: the first 10,000, and fewer where their texts have more than 2 million UTF-16 units.</summary>
    /// <remarks>The index keeps every five-gram, and the longer texts are, the more others share one of their rarest.</remarks>
    public static int NearRowsOf(MeasuredTexts texts)
    {
        long units = 0;
        return Math.Max(1, texts.Forms.Take(MostNearRows).TakeWhile(form => (units += form.Length) <= MostNearUnits).Count());
    }

    /// <param name="nearRows">The first rows, among which near duplicates are looked for.</param>
    public static TextRepeats Of(MeasuredTexts texts, int nearRows)
    {
        double rows = texts.Texts.Length;
        int distinct = texts.Texts.Distinct(StringComparer.Ordinal).Count();
        int forms = texts.Forms.Distinct(StringComparer.Ordinal).Count();
        return new TextRepeats(distinct / rows, (rows - forms) / rows, NearOf(texts, nearRows) / Math.Min(rows, nearRows));
    }

    private static double NearOf(MeasuredTexts texts, int rows)
    {
        var alike = new AlikeTexts(new AlikeBound(TextCensus.NearShare, isInclusive: true));
        HashSet<string> seen = new(StringComparer.Ordinal);
        int near = 0;
        foreach (string form in texts.Forms.Take(rows).Where(seen.Add))
        {
            near += alike.Find(form) is null ? 0 : 1;
            alike.Add(form, seen.Count);
        }

        return near;
    }
}
