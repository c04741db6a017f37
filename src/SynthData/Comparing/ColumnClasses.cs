using System.Collections.Immutable;
using SynthData.Comparing.Sampling;

namespace SynthData.Comparing;

/// <summary>Tells categories from texts by the first of two tables.</summary>
/// <remarks>
/// Categories are texts of at most four words in the mean that come back: at most half as many as rows, and at most 100 or one in 100 rows. Longer ones are prose,
/// however few there are.
/// </remarks>
internal static class ColumnClasses
{
    private const int MostWords = 4;
    private const int AlwaysFew = 100;

    /// <summary>By column.</summary>
    public static ImmutableArray<CellClass> Of(SampledPair pair) =>
    [
        .. pair.A.Columns.Select((column, index) =>
            column.Class == CellClass.Text && !pair.ProseColumns.Contains(column.Name) && AreFew([.. pair.A.TextsOf(index, pair.A.Count)]) ? CellClass.Category : column.Class),
    ];

    private static bool AreFew(string[] texts)
    {
        int distinct = texts.Distinct(StringComparer.Ordinal).Count();
        return distinct > 0 && distinct <= texts.Length / 2 && distinct <= Math.Max(AlwaysFew, texts.Length / AlwaysFew) && texts.Average(WordsOf) <= MostWords;
    }

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
