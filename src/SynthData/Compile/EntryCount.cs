namespace SynthData.Compile;

/// <summary>How many entries a group of columns needs.</summary>
/// <remarks>
/// An entry is counted as <see cref="Readings"/> texts that stay different when names, numbers and dates are masked: it is asked for three to
/// six choices at several places, and a good part of the combinations are alike. So N wanted texts take N / 32 entries. Without
/// <c>--distinct</c> a fifth of the rows is wanted, at most <see cref="MostWanted"/>; small tables get a quarter of their rows as entries, up to
/// <see cref="Least"/>, so that categories can have pools of their own.
/// </remarks>
internal static class EntryCount
{
    /// <summary>Masked texts that an entry counts for.</summary>
    public const int Readings = 32;

    /// <summary>Entries of a pool at least.</summary>
    public const int LeastOfPool = 4;

    /// <summary>For columns that are no texts: values of 2 % of the rows get pools of their own.</summary>
    public const int OfSpread = 50 * LeastOfPool;

    /// <summary>Masked texts wanted at most unless more are asked for.</summary>
    public const long MostWanted = 50_000;

    private const int MostEntries = 200_000;

    /// <summary>Ways that an entry reads at least, be its table small.</summary>
    private const int LeastReadings = 6;

    private const int Least = 96;

    /// <summary>Masked texts wanted.</summary>
    /// <param name="distinct">As asked for; null for a fifth of the rows.</param>
    public static long Wanted(long rows, long? distinct) => distinct ?? Math.Min(MostWanted, Ceiling(rows, 5));

    /// <summary>Entries wanted of all pools together.</summary>
    public static int Of(long rows, long? distinct) => (int)Math.Clamp(
        Math.Max(Ceiling(Wanted(rows, distinct), Readings), Math.Min(Ceiling(rows, 4), Least)), 1, MostEntries);

    /// <summary>How many ways an entry has to read, so that so many entries come to the texts wanted.</summary>
    public static long ReadingsOf(long wanted, int entries) => Math.Clamp(Ceiling(wanted, entries), LeastReadings, Readings);

    /// <summary>The entries of a pool that so great a share of the rows takes.</summary>
    public static int OfPool(int entries, double share) => Math.Max(LeastOfPool, (int)Math.Ceiling(entries * share));

    private static long Ceiling(long number, long by) => (number + by - 1) / by;
}
