using SynthData.Numerics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Draws from a distribution that no range cuts, rounded half away from zero to the type's last place.</summary>
internal sealed class OpenSampler(ColumnType type, GridRange range)
{
    private readonly double unit = RangeCut.UnitsPerPlain(type);
    private readonly TruncatedDistribution distribution =
        new(DistributionMaker.Make(range.Draw!, double.NegativeInfinity, double.PositiveInfinity)!, double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Says whether the type can hold what is drawn.</summary>
    public bool TrySample(ulong word, out long value)
    {
        double drawn = Math.Round(distribution.Sample(StreamKey.ToUniform(word)) * unit, MidpointRounding.AwayFromZero);
        bool fits = drawn >= range.Low.Units && drawn <= range.High.Units;
        value = fits ? (long)drawn : 0;
        return fits;
    }
}
