using SynthData.Comparing.Distances;

namespace SynthData.Comparing.Texts;

/// <summary>Compares two columns of texts by every measure of texts.</summary>
/// <remarks>Both have as many texts: what is measured depends on their number.</remarks>
internal static class TextComparison
{
    /// <summary>Length and repetition.</summary>
    public static IEnumerable<MeasuredValue> Of(MeasuredTexts a, MeasuredTexts b)
    {
        double[] lengthsA = [.. a.Texts.Select(text => (double)text.Length)];
        double[] lengthsB = [.. b.Texts.Select(text => (double)text.Length)];
        return
        [
            new MeasuredValue(Measure.Length, lengthsA.Average(), lengthsB.Average(), KolmogorovSmirnov.Between(lengthsA, lengthsB)),
            .. Repeats(a, b, isMasked: false),
        ];
    }

    /// <summary>What makes sense of texts of several words only: vocabulary, word order and sentences; and all but length again, masked.</summary>
    public static IEnumerable<MeasuredValue> OfProse(MeasuredTexts a, MeasuredTexts b, MeasuredTexts maskedA, MeasuredTexts maskedB) =>
        [.. Words(a, b, isMasked: false), .. Repeats(maskedA, maskedB, isMasked: true), .. Words(maskedA, maskedB, isMasked: true)];

    private static IEnumerable<MeasuredValue> Repeats(MeasuredTexts a, MeasuredTexts b, bool isMasked)
    {
        int nearRows = Math.Min(TextRepeats.NearRowsOf(a), TextRepeats.NearRowsOf(b));
        TextRepeats first = TextRepeats.Of(a, nearRows);
        TextRepeats second = TextRepeats.Of(b, nearRows);
        yield return MeasuredValue.OfDifference(Measure.Distinct, first.Distinct, second.Distinct, isMasked);
        yield return MeasuredValue.OfDifference(Measure.Duplicates, first.Duplicates, second.Duplicates, isMasked);
        yield return MeasuredValue.OfDifference(Measure.NearDuplicates, first.NearDuplicates, second.NearDuplicates, isMasked);
    }

    private static IEnumerable<MeasuredValue> Words(MeasuredTexts a, MeasuredTexts b, bool isMasked)
    {
        WordGrowth first = WordGrowth.Of(a.Words);
        WordGrowth second = WordGrowth.Of(b.Words);
        foreach ((Measure measure, int words) in ((Measure, int)[])[(Measure.Vocabulary1K, 1_000), (Measure.Vocabulary10K, 10_000), (Measure.Vocabulary100K, 100_000)])
        {
            if (first.At(words) is { } wordsA && second.At(words) is { } wordsB)
                yield return new MeasuredValue(measure, wordsA, wordsB, Math.Abs(wordsA - wordsB) / (double)Math.Max(wordsA, wordsB), isMasked);
        }

        if (first.Exponent is { } exponentA && second.Exponent is { } exponentB)
            yield return MeasuredValue.OfDifference(Measure.Heaps, exponentA, exponentB, isMasked);
        if (SelfBleu.Of(a.Words) is { } bleuA && SelfBleu.Of(b.Words) is { } bleuB)
            yield return MeasuredValue.OfDifference(Measure.SelfBleu, bleuA, bleuB, isMasked);
        yield return MeasuredValue.OfDifference(
            Measure.CommonestSentence, Sentences.ShareOfCommonest(a.Texts), Sentences.ShareOfCommonest(b.Texts), isMasked);
    }
}
