namespace SynthData.Comparing.Texts;

/// <summary>How much the texts of a column are made of the same words in the same order: the mean BLEU-4 of some against others (Zhu et al. 2018, "Texygen").</summary>
/// <remarks>Zhu scores every text against all others, whose cost is quadratic and whose result grows with their number; here both numbers are fixed.</remarks>
internal static class SelfBleu
{
    /// <summary>The most texts that are scored, the first of the sample.</summary>
    public const int Scored = 500;

    /// <summary>The most texts that they are scored against, those that follow; of fewer texts in all a fifth is scored.</summary>
    public const int References = 2_000;

    /// <returns>From 0 to 1; null with fewer than two texts that have words.</returns>
    public static double? Of(IEnumerable<string[]> texts)
    {
        string[][] worded = [.. texts.Where(words => words.Length > 0).Take(Scored + References)];
        if (worded.Length < 2)
            return null;
        int scored = Math.Max(1, worded.Length / ((Scored + References) / Scored));
        var references = new BleuReferences(worded[scored..]);
        return worded[..scored].Average(references.Score);
    }
}
