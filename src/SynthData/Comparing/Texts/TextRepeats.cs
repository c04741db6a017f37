using SynthData.Sources.Model.Variety;

namespace SynthData.Comparing.Texts;

/// <summary>How often texts repeat others of their column; shares of rows.</summary>
/// <param name="Distinct">Different texts, letter by letter, over rows.</param>
/// <param name="Duplicates">Rows whose form an earlier row has.</param>
/// <param name="NearDuplicates">Rows that are no duplicates and much like an earlier row, among the first <see cref="NearRows"/>.</param>
internal sealed record TextRepeats(double Distinct, double Duplicates, double NearDuplicates)
{
    /// <summary>Rows among which near duplicates are looked for; the index keeps every five-gram of their texts.</summary>
    public const int NearRows = 10_000;

    public static TextRepeats Of(MeasuredTexts texts)
    {
        double rows = texts.Texts.Length;
        int distinct = texts.Texts.Distinct(StringComparer.Ordinal).Count();
        int forms = texts.Forms.Distinct(StringComparer.Ordinal).Count();
        return new TextRepeats(distinct / rows, (rows - forms) / rows, NearOf(texts) / Math.Min(rows, NearRows));
    }

    private static double NearOf(MeasuredTexts texts)
    {
        var alike = new AlikeTexts(new AlikeBound(TextCensus.NearShare, isInclusive: true));
        HashSet<string> seen = new(StringComparer.Ordinal);
        int near = 0;
        foreach (string form in texts.Forms.Take(NearRows).Where(seen.Add))
        {
            near += alike.Find(form) is null ? 0 : 1;
            alike.Add(form, seen.Count);
        }

        return near;
    }
}
