using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Cells that are not text as UTF-8, spelled as <see cref="CellText"/> spells them, but without a format string read a cell.</summary>
internal static class CellBytes
{
    /// <summary>The room a cell needs at most.</summary>
    public const int MaxLength = 64;

    // Where each character's digit stands among eight digits, or sixteen; a place that none has gives zero, to which its sign is added.
    private static readonly Vector128<byte> DatePlaces = Vector128.Create((byte)0, 1, 2, 3, 99, 4, 5, 99, 6, 7, 99, 99, 99, 99, 99, 99);
    private static readonly Vector128<byte> TimePlaces = Vector128.Create((byte)2, 3, 99, 4, 5, 99, 6, 7, 99, 99, 99, 99, 99, 99, 99, 99);
    private static readonly Vector128<byte> TimestampPlaces = Vector128.Create((byte)0, 1, 2, 3, 99, 4, 5, 99, 6, 7, 99, 10, 11, 99, 12, 13);
    private static readonly Vector128<byte> DateSigns = Vector128.Create("0000-00-00      "u8);
    private static readonly Vector128<byte> TimeSigns = Vector128.Create("00:00:00        "u8);
    private static readonly Vector128<byte> TimestampSigns = Vector128.Create("0000-00-00T00:00"u8);

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
            return AsciiDigits.Write((ulong)value, target);
        target[0] = (byte)'-';
        return 1 + AsciiDigits.Write((ulong)-value, target[1..]);
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
        int digits = Math.Max(AsciiDigits.Count(magnitude), scale + 1);
        AsciiDigits.WritePadded(magnitude, digits, target[start..]);
        int point = start + digits - scale;
        if (scale <= 8)
        {
            ulong places = BinaryPrimitives.ReadUInt64LittleEndian(target[point..]);
            BinaryPrimitives.WriteUInt64LittleEndian(target[(point + 1)..], places);
        }
        else
        {
            target.Slice(point, scale).CopyTo(target[(point + 1)..]);
        }

        target[point] = (byte)'.';
        return start + digits + 1;
    }

    /// <summary>Prints a day into at least 16 bytes.</summary>
    public static int FormatDate(long days, Span<byte> target)
    {
        Vector128<byte> digits = Vector128.CreateScalar(AsciiDigits.Eight(DayNumber(days))).AsByte();
        (Vector128.Shuffle(digits, DatePlaces) + DateSigns).CopyTo(target);
        return 10;
    }

    public static int FormatTime(long micros, Span<byte> target)
    {
        (uint seconds, uint fraction) = Seconds(micros);
        Vector128<byte> digits = Vector128.CreateScalar(AsciiDigits.Eight(seconds)).AsByte();
        (Vector128.Shuffle(digits, TimePlaces) + TimeSigns).CopyTo(target);
        return 8 + FormatFraction(fraction, target[8..]);
    }

    public static int FormatTimestamp(long micros, Span<byte> target)
    {
        (long days, long time) = Math.DivRem(micros, CellText.MicrosPerDay);
        if (time < 0)
            (days, time) = (days - 1, time + CellText.MicrosPerDay);
        (uint seconds, uint fraction) = Seconds(time);
        ulong clock = AsciiDigits.Eight(seconds);
        Vector128<byte> digits = Vector128.Create(AsciiDigits.Eight(DayNumber(days)), clock).AsByte();
        (Vector128.Shuffle(digits, TimestampPlaces) + TimestampSigns).CopyTo(target);
        target[16] = (byte)':';
        target[17] = (byte)('0' + (byte)(clock >> 48));
        target[18] = (byte)('0' + (byte)(clock >> 56));
        return 19 + FormatFraction(fraction, target[19..]);
    }

    private static int FormatFraction(uint micros, Span<byte> target)
    {
        if (micros == 0)
            return 0;
        target[0] = (byte)'.';
        AsciiDigits.WritePadded(micros, 6, target[1..]);
        return 7;
    }

    // 123456 for 12:34:56, with two zeros in front.
    private static (uint Clock, uint Fraction) Seconds(long micros)
    {
        (ulong all, ulong fraction) = Math.DivRem((ulong)micros, CellText.MicrosPerSecond);
        (uint minutes, uint second) = Math.DivRem((uint)all, 60);
        (uint hour, uint minute) = Math.DivRem(minutes, 60);
        return ((hour * 10_000) + (minute * 100) + second, (uint)fraction);
    }

    // 20240131 for 2024-01-31.
    private static uint DayNumber(long days)
    {
        (uint year, uint month, uint day) = CivilDate(days);
        return (year * 10_000) + (month * 100) + day;
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
