using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Expressions.Templates;

/// <summary>The formats after a placeholder's colon: zeros for numbers, letters for dates and times, always invariant.</summary>
internal static partial class ValueFormat
{
    public static bool Fits(string format, ColumnType type) => type.Kind switch
    {
        ColumnKind.Int32 or ColumnKind.Int64 => Zeros().IsMatch(format),
        ColumnKind.Decimal or ColumnKind.Double => Zeros().IsMatch(format) || PlacedZeros().IsMatch(format),
        ColumnKind.Date => DateLetters().IsMatch(format),
        ColumnKind.Time => TimeLetters().IsMatch(format) && !format.Contains("ffffffff", StringComparison.Ordinal),
        ColumnKind.Timestamp => MomentLetters().IsMatch(format) && !format.Contains("ffffffff", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Prints a cell that is a value.</summary>
    /// <returns>False when the buffer is too short.</returns>
    public static bool TryPrint(Column cells, int row, ColumnType type, string format, Span<char> buffer, out int written)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;

        // One letter alone would be one of the standard formats.
        string custom = format.Length == 1 && format != "0" ? "%" + format : format;
        switch (type.Kind)
        {
            case ColumnKind.Double:
                double real = ((DoubleColumn)cells)[row];
                return Math.Round(real, Places(format), MidpointRounding.AwayFromZero).TryFormat(buffer, out written, custom, culture);
            case ColumnKind.Decimal:
                return CellText.ToDecimal(((Int64Column)cells)[row], type.Scale).TryFormat(buffer, out written, custom, culture);
            case ColumnKind.Date:
                return CellText.ToDate(((Int64Column)cells)[row]).TryFormat(buffer, out written, custom, culture);
            case ColumnKind.Time:
                return new TimeOnly(((Int64Column)cells)[row] * TimeSpan.TicksPerMicrosecond).TryFormat(buffer, out written, custom, culture);
            case ColumnKind.Timestamp:
                return CellText.ToDateTime(((Int64Column)cells)[row]).TryFormat(buffer, out written, custom, culture);
            default:
                return ((Int64Column)cells)[row].TryFormat(buffer, out written, custom, culture);
        }
    }

    private static int Places(string format) =>
        Math.Min(15, format.Length - 1 - (format.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? dot : format.Length - 1));

    [GeneratedRegex("^0{1,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"^0{1,18}\.0{1,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlacedZeros();

    [GeneratedRegex("^[yMd .,/_-]{1,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLetters();

    [GeneratedRegex("^[Hhmsft :.,_-]{1,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeLetters();

    [GeneratedRegex("^[yMdHhmsftT :.,/_-]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex MomentLetters();
}
