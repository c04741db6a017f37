using System.Collections.Immutable;

namespace SynthData.Comparing;

/// <summary>One thing that two columns are compared by.</summary>
/// <param name="Name">As reports and thresholds write it.</param>
/// <param name="Meaning">What stands under A and B, and how the distance comes of it.</param>
internal sealed record Measure(string Name, string Meaning)
{
    public const string MaskedPrefix = "masked-";

    public static readonly Measure Nulls = new("nulls", "share of rows without a value; difference");
    public static readonly Measure TotalVariation = new("total-variation", "number of categories; total variation of their shares");
    public static readonly Measure KolmogorovSmirnov = new("ks", "median; Kolmogorov-Smirnov distance");
    public static readonly Measure Length = new("length", "mean length in UTF-16 units; Kolmogorov-Smirnov distance of lengths");
    public static readonly Measure Distinct = new("distinct", "distinct texts a row; difference");
    public static readonly Measure Duplicates = new("duplicates", "share of rows whose text an earlier row has, but for case, punctuation and blanks; difference");
    public static readonly Measure NearDuplicates = new("near-duplicates", "share of other rows with a text like an earlier one's (five-grams, Jaccard from 0.8); difference");
    public static readonly Measure Vocabulary1K = new("words-1000", "distinct words among the first 1,000; difference over the greater");
    public static readonly Measure Vocabulary10K = new("words-10000", "distinct words among the first 10,000; difference over the greater");
    public static readonly Measure Vocabulary100K = new("words-100000", "distinct words among the first 100,000; difference over the greater");
    public static readonly Measure Heaps = new("heaps", "exponent of the growth of the vocabulary; difference");
    public static readonly Measure SelfBleu = new("self-bleu", "mean BLEU-4 of texts against others of their column; difference");
    public static readonly Measure CommonestSentence = new("commonest-sentence", "share of rows that have the commonest sentence; difference");
    public static readonly Measure Association = new("association", "association of a pair of columns; difference");

    /// <summary>Those of texts, which are measured a second time with names, numbers and dates masked.</summary>
    public static ImmutableArray<Measure> OfTexts { get; } =
        [Distinct, Duplicates, NearDuplicates, Vocabulary1K, Vocabulary10K, Vocabulary100K, Heaps, SelfBleu, CommonestSentence];

    /// <summary>Every name that a threshold may have.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. new[] { Nulls, TotalVariation, KolmogorovSmirnov, Length }.Select(measure => measure.Name),
        .. OfTexts.Select(measure => measure.Name),
        .. OfTexts.Select(measure => MaskedPrefix + measure.Name),
        Association.Name,
    ];
}

/// <summary>What a measure gave.</summary>
/// <param name="IsMasked">Whether names, numbers and dates were masked.</param>
/// <param name="A">The figure of the first table; null where the measure has none of one side.</param>
/// <param name="B">The same of the second.</param>
/// <param name="Distance">How far the two are apart; 0 is alike.</param>
internal sealed record MeasuredValue(Measure Measure, double? A, double? B, double Distance, bool IsMasked = false)
{
    public string Name => IsMasked ? Measure.MaskedPrefix + Measure.Name : Measure.Name;

    /// <summary>A measure whose distance is the difference of its figures.</summary>
    public static MeasuredValue OfDifference(Measure measure, double a, double b, bool isMasked = false) => new(measure, a, b, Math.Abs(a - b), isMasked);
}
