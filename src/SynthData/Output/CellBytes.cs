using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Cells that are not text as UTF-8, spelled as <see cref="CellText"/> spells them, but without a format string read a cell.</summary>
internal static class CellBytes
{
    /// <summary>The room a cell needs at most.</summary>
    public const int MaxLength = 64;

    // From 0000-03-01 to 1970-01-01.
    private const long DaysToEpoch = 719_468;

    /// <summary>Prints a cell that is a value and not a text into at least <see cref="MaxLength"/> bytes; gives the length.</summary>
    public static int Format(Column column, int row, ColumnType type, Span<byte> target)
    {
        switch (type.Kind)
        {
            case ColumnKind.Bool:
                ReadOnlySpan<byte> word = ((Int64Column)column)[row] != 0 ? "true"u8 : "false"u8;
                word.CopyTo(target);
                return word.Length;
            case ColumnKind.Decimal:
                return FormatDecimal(((Int64Column)column)[row], type.Scale, target);
            case ColumnKind.Double:
                return ShortestDouble.Write(((DoubleColumn)column)[row], target);
            case ColumnKind.Date:
                return FormatDate(((Int64Column)column)[row], target);
            case ColumnKind.Time:
                return FormatTime(((Int64Column)column)[row], target);
            case ColumnKind.Timestamp:
                return FormatTimestamp(((Int64Column)column)[row], target);
            case ColumnKind.Uuid:
                CellText.ToGuid(((Int128Column)column)[row]).TryFormat(target, out int written);
                return written;
            default:
                return FormatWhole(((Int64Column)column)[row], target);
        }
    }

    public static int FormatWhole(long value, Span<byte> target)
    {
        if (value >= 0)
            return DigitPairs.Write((ulong)value, target);
        target[0] = (byte)'-';
        return 1 + DigitPairs.Write((ulong)-value, target[1..]);
    }

    /// <summary>Prints a whole number of last places as a decimal.</summary>
    public static int FormatDecimal(long value, int scale, Span<byte> target)
    {
        if (scale == 0)
            return FormatWhole(value, target);
        int start = 0;
        ulong magnitude = (ulong)value;
        if (value < 0)
        {
            target[start++] = (byte)'-';
            magnitude = (ulong)-value;
        }

        // All digits in one go, then the last ones move to make room for the point.
        int digits = Math.Max(DigitPairs.Count(magnitude), scale + 1);
        DigitPairs.WritePadded(magnitude, digits, target[start..]);
        int point = start + digits - scale;
        target.Slice(point, scale).CopyTo(target[(point + 1)..]);
        target[point] = (byte)'.';
        return start + digits + 1;
    }

    public static int FormatDate(long days, Span<byte> target)
    {
        (uint year, uint month, uint day) = CivilDate(days);
        DigitPairs.WritePair(year / 100, target);
        DigitPairs.WritePair(year % 100, target[2..]);
        target[4] = (byte)'-';
        DigitPairs.WritePair(month, target[5..]);
        target[7] = (byte)'-';
        DigitPairs.WritePair(day, target[8..]);
        return 10;
    }

    public static int FormatTime(long micros, Span<byte> target)
    {
        (ulong allSeconds, ulong fraction) = Math.DivRem((ulong)micros, CellText.MicrosPerSecond);
        (uint minutes, uint second) = Math.DivRem((uint)allSeconds, 60);
        (uint hour, uint minute) = Math.DivRem(minutes, 60);
        DigitPairs.WritePair(hour, target);
        target[2] = (byte)':';
        DigitPairs.WritePair(minute, target[3..]);
        target[5] = (byte)':';
        DigitPairs.WritePair(second, target[6..]);
        if (fraction == 0)
            return 8;

        target[8] = (byte)'.';
        DigitPairs.WritePadded(fraction, 6, target[9..]);
        return 15;
    }

    public static int FormatTimestamp(long micros, Span<byte> target)
    {
        (long days, long time) = Math.DivRem(micros, CellText.MicrosPerDay);
        if (time < 0)
            (days, time) = (days - 1, time + CellText.MicrosPerDay);
        FormatDate(days, target);
        target[10] = (byte)'T';
        return 11 + FormatTime(time, target[11..]);
    }

    // Neri and Schneider 2023, "Euclidean affine functions and their application to calendar algorithms": years begin in March,
    // so that the leap day is their last. Days from 0001-01-01 to 9999-12-31.
    private static (uint Year, uint Month, uint Day) CivilDate(long days)
    {
        uint shifted = checked((uint)(days + DaysToEpoch));
        uint century = ((4 * shifted) + 3) / 146_097;
        uint inCentury = (((4 * shifted) + 3) % 146_097) / 4;
        ulong product = 2_939_745UL * ((4 * inCentury) + 3);
        uint yearOfCentury = (uint)(product >> 32);
        uint dayOfYear = (uint)product / 2_939_745 / 4;
        uint scaled = (2_141 * dayOfYear) + 197_913;
        uint month = scaled >> 16;
        uint day = (scaled & 0xFFFF) / 2_141;
        bool isNextYear = dayOfYear >= 306;
        return ((100 * century) + yearOfCentury + (isNextYear ? 1u : 0u), isNextYear ? month - 12 : month, day + 1);
    }
}
