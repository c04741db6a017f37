using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>The least and the greatest value of the types that are stored as whole numbers, in their storage units.</summary>
internal static class TypeLimits
{
    public static (long Low, long High) Of(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => (0, 1),
        ColumnKind.Int32 => (int.MinValue, int.MaxValue),
        ColumnKind.Decimal => (1 - CellText.PowerOfTen(type.Precision), CellText.PowerOfTen(type.Precision) - 1),
        ColumnKind.Date => (CellText.FromDate(DateOnly.MinValue), CellText.FromDate(DateOnly.MaxValue)),
        ColumnKind.Time => (0, CellText.MicrosPerDay - 1),
        ColumnKind.Timestamp => (CellText.FromDateTime(DateTime.MinValue), CellText.FromDateTime(DateTime.MaxValue)),
        _ => (long.MinValue, long.MaxValue),
    };
}
