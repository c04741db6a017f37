namespace SynthData.Sources.Model.Variety;

/// <summary>How much two texts may have in common: the Jaccard index of their sets of grams, |A ∩ B| / |A ∪ B|, against a share.</summary>
/// <param name="share">From 0 to 1.</param>
/// <param name="isInclusive">Whether two texts that have exactly this share in common are alike.</param>
internal sealed class AlikeBound(decimal share, bool isInclusive)
{
    private readonly double approximate = (double)share;

    /// <summary>Whether two sets are alike; decides alone, everything else here only spares the comparison.</summary>
    public bool AreAlike(int common, int first, int second)
    {
        decimal limit = share * (first + second - common);
        return isInclusive ? common >= limit : common > limit;
    }

    /// <summary>How many of a set's grams, in an order that is the same for all sets, hold at least one of every set that is alike.</summary>
    /// <remarks>A set that is alike has at least share × size of the grams, so it cannot miss more than the rest (Bayardo et al. 2007, "prefix filter").</remarks>
    public int PrefixOf(int size) => size - Math.Max(1, (int)Math.Ceiling(share * size)) + 1;

    /// <summary>False only where sets of these sizes cannot be alike.</summary>
    public bool MayBeAlike(int first, int second) => Math.Min(first, second) + 1 >= approximate * Math.Max(first, second);

    /// <summary>A number of common grams below which sets of these sizes are not alike.</summary>
    public int LeastCommon(int first, int second) => (int)(approximate / (1 + approximate) * (first + second)) - 1;
}
