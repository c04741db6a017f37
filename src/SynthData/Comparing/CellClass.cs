using SynthData.Schema;

namespace SynthData.Comparing;

/// <summary>What the cells of a column are compared as.</summary>
internal enum CellClass
{
    /// <summary>Texts, most of which differ.</summary>
    Text,

    /// <summary>One of a few texts, or true and false.</summary>
    Category,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Dates, times of day and both together, in days.</summary>
    Moment,

    /// <summary>Identifiers without a meaning of their own.</summary>
    Identifier,
}

/// <summary>The classes that types have before their cells are known.</summary>
internal static class CellClasses
{
    public static CellClass Of(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => CellClass.Category,
        ColumnKind.Uuid => CellClass.Identifier,
        _ when type.IsNumeric => CellClass.Number,
        _ when type.IsTemporal => CellClass.Moment,
        _ => CellClass.Text,
    };

    /// <summary>Cells of two types are compared as what both are, else as texts.</summary>
    public static CellClass Of(ColumnType first, ColumnType second) => Of(first) == Of(second) ? Of(first) : CellClass.Text;

    /// <summary>Whether cells of a class are measured on a line; others are told apart by their spelling.</summary>
    public static bool IsMeasured(this CellClass cells) => cells is CellClass.Number or CellClass.Moment;
}
