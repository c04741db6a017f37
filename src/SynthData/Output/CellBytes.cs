using System.Globalization;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Cells that are not text as UTF-8, spelled as <see cref="CellText"/> spells them, but without a format string read a cell.</summary>
internal static class CellBytes
{
    /// <summary>The room a cell needs at most.</summary>
    public const int MaxLength = 64;

    /// <summary>Prints a cell that is a value and not a text into at least <see cref="MaxLength"/> bytes; gives the length.</summary>
    public static int Format(Column column, int row, ColumnType type, Span<byte> target)
    {
        int written;
        switch (type.Kind)
        {
            case ColumnKind.Bool:
                ReadOnlySpan<byte> word = ((Int64Column)column)[row] != 0 ? "true"u8 : "false"u8;
                word.CopyTo(target);
                return word.Length;
            case ColumnKind.Decimal:
                return FormatDecimal(((Int64Column)column)[row], type.Scale, target);
            case ColumnKind.Double:
                ((DoubleColumn)column)[row].TryFormat(target, out written, "R", CultureInfo.InvariantCulture);
                return written;
            case ColumnKind.Date:
                return FormatDate(((Int64Column)column)[row], target);
            case ColumnKind.Time:
                return FormatTime(((Int64Column)column)[row], target);
            case ColumnKind.Timestamp:
                (long days, long micros) = Math.DivRem(((Int64Column)column)[row], CellText.MicrosPerDay);
                if (micros < 0)
                    (days, micros) = (days - 1, micros + CellText.MicrosPerDay);
                written = FormatDate(days, target);
                target[written++] = (byte)'T';
                return written + FormatTime(micros, target[written..]);
            case ColumnKind.Uuid:
                CellText.ToGuid(((Int128Column)column)[row]).TryFormat(target, out written);
                return written;
            default:
                ((Int64Column)column)[row].TryFormat(target, out written, default, CultureInfo.InvariantCulture);
                return written;
        }
    }

    private static int FormatDecimal(long value, int scale, Span<byte> target)
    {
        int start = 0;
        ulong magnitude = value < 0 ? (ulong)-value : (ulong)value;
        if (value < 0)
            target[start++] = (byte)'-';
        (ulong head, ulong tail) = Math.DivRem(magnitude, (ulong)CellText.PowerOfTen(scale));
        head.TryFormat(target[start..], out int written, default, CultureInfo.InvariantCulture);
        start += written;
        if (scale == 0)
            return start;

        target[start++] = (byte)'.';
        Digits(tail, target.Slice(start, scale));
        return start + scale;
    }

    private static int FormatDate(long days, Span<byte> target)
    {
        (int year, int month, int day) = CellText.ToDate(days);
        Digits((ulong)year, target[..4]);
        target[4] = (byte)'-';
        Digits((ulong)month, target.Slice(5, 2));
        target[7] = (byte)'-';
        Digits((ulong)day, target.Slice(8, 2));
        return 10;
    }

    private static int FormatTime(long micros, Span<byte> target)
    {
        (long seconds, long fraction) = Math.DivRem(micros, CellText.MicrosPerSecond);
        (long minutes, long second) = Math.DivRem(seconds, 60);
        (long hour, long minute) = Math.DivRem(minutes, 60);
        Digits((ulong)hour, target[..2]);
        target[2] = (byte)':';
        Digits((ulong)minute, target.Slice(3, 2));
        target[5] = (byte)':';
        Digits((ulong)second, target.Slice(6, 2));
        if (fraction == 0)
            return 8;

        target[8] = (byte)'.';
        Digits((ulong)fraction, target.Slice(9, 6));
        return 15;
    }

    private static void Digits(ulong value, Span<byte> target)
    {
        for (int place = target.Length - 1; place >= 0; place--)
        {
            (value, ulong digit) = Math.DivRem(value, 10);
            target[place] = (byte)('0' + digit);
        }
    }
}
