using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Tells how much of a distribution a range cuts away.</summary>
internal static class RangeCut
{
    /// <summary>Between ends no farther from 0 than this, a double's width, middle and draws are numbers.</summary>
    public const double FarthestEnd = 1e300;

    /// <summary>The ends as plain numbers; for dates and times the distance from the lower end, in days or seconds.</summary>
    public static (double Low, double High) Plain(ColumnType type, long low, long high)
    {
        double unit = UnitsPerPlain(type);
        return type.IsTemporal ? (0, (high - low) / unit) : (low / unit, high / unit);
    }

    /// <summary>Storage units in a plain number: last places of a decimal, microseconds of a second.</summary>
    public static double UnitsPerPlain(ColumnType type) => type.Kind switch
    {
        ColumnKind.Decimal => CellText.PowerOfTen(type.Scale),
        ColumnKind.Time or ColumnKind.Timestamp => CellText.MicrosPerSecond,
        _ => 1,
    };

    /// <summary>The share cut away, 0 to 1; null for uniform draws and for ends that differ by row.</summary>
    public static double? Of(ColumnType type, GridRange range)
    {
        if (range.Draw is null || PlainEnds(type, range) is not var (low, high))
            return null;
        IDistribution? made = range.IsOpen ? DistributionMaker.Make(range.Draw, double.NegativeInfinity, double.PositiveInfinity)
            : low < high ? DistributionMaker.Make(range.Draw, low, high)
            : null;
        return made is null ? null : new TruncatedDistribution(made, low, high).ShareCut;
    }

    /// <summary>Tells of a distribution, or a part of one, whose middle lies outside its ends; false when all is well.</summary>
    public static bool TellMiddle(DistributionPlan draw, (double Low, double High) ends, string column, SourcePosition position, DiagnosticBag bag)
    {
        if (draw.Parts.Any(part => TellMiddle(part.Draw, ends, column, position, bag)))
            return true;
        if (DistributionDomain.Middle(draw) is not var (name, value) || (value >= ends.Low && value <= ends.High))
            return false;
        bag.Add(DistributionDiagnostics.MiddleOutside, position, draw.Name, column, name, value, ends.Low, ends.High);
        return true;
    }

    /// <summary>The ends of a range in plain numbers, as its distribution counts them; null where they differ by row.</summary>
    public static (double Low, double High)? PlainEnds(ColumnType type, GridRange range)
    {
        if (!range.Low.IsConstant || !range.High.IsConstant)
            return null;
        return type.Kind == ColumnKind.Double ? (range.Low.Number, range.High.Number) : Plain(type, range.Low.Units, range.High.Units);
    }

    /// <summary>The greatest share that any case of a column's ranges cuts away.</summary>
    public static double? Greatest(ColumnType type, RangeCells cells) => cells.Ranges.Max(range => Of(type, range));
}
