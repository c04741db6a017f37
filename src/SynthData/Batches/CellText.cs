using System.Globalization;
using SynthData.Schema;

namespace SynthData.Batches;

/// <summary>Cells as text and back: the one spelling of values for CSV, templates, prompts, literals and messages.</summary>
/// <remarks>
/// Invariant: <c>true</c>/<c>false</c>; decimals with all places of their scale; doubles in shortest round-trip form;
/// <c>2024-01-31</c>; <c>10:00:00</c> and <c>2024-01-31T10:00:00</c> with a fraction of six digits only when it is not zero;
/// UUIDs lower-case with hyphens.
/// </remarks>
internal static class CellText
{
    public const long MicrosPerSecond = 1_000_000;
    public const long MicrosPerDay = 86_400 * MicrosPerSecond;
    private const long TicksPerMicro = TimeSpan.TicksPerMicrosecond;
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(n => Enumerable.Repeat(10L, n).Aggregate(1L, (product, ten) => product * ten))];

    /// <summary>10 to the power of <paramref name="places"/>, 0 to 18.</summary>
    public static long PowerOfTen(int places) => Powers[places];

    public static long FromDate(DateOnly date) => date.DayNumber - EpochDay;

    public static DateOnly ToDate(long days) => DateOnly.FromDayNumber(checked((int)(days + EpochDay)));

    public static TimeOnly ToTime(long micros) => new(micros * TicksPerMicro);

    public static long FromDateTime(DateTime timestamp) => (timestamp.Ticks - DateTime.UnixEpoch.Ticks) / TicksPerMicro;

    public static DateTime ToDateTime(long micros) => new(DateTime.UnixEpoch.Ticks + (micros * TicksPerMicro), DateTimeKind.Unspecified);

    public static Int128 FromGuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return (Int128)System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    public static Guid ToGuid(Int128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, (UInt128)value);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Prints a cell that is a value.</summary>
    public static string Format(Column column, int row, ColumnType type)
    {
        if (column is TextColumn text)
            return new string(text[row]);
        Span<char> buffer = stackalloc char[64];
        return new string(buffer[..Format(column, row, type, buffer)]);
    }

    /// <summary>Prints a cell that is a value and not a text into a buffer of at least 64 characters; gives the length.</summary>
    public static int Format(Column column, int row, ColumnType type, Span<char> buffer)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        int written = 0;
        switch (type.Kind)
        {
            case ColumnKind.Bool:
                ReadOnlySpan<char> word = ((Int64Column)column)[row] != 0 ? "true" : "false";
                word.CopyTo(buffer);
                return word.Length;
            case ColumnKind.Decimal:
                return FormatDecimal(((Int64Column)column)[row], type.Scale, buffer);
            case ColumnKind.Double:
                ((DoubleColumn)column)[row].TryFormat(buffer, out written, "R", culture);
                return written;
            case ColumnKind.Date:
                ToDate(((Int64Column)column)[row]).TryFormat(buffer, out written, "yyyy-MM-dd", culture);
                return written;
            case ColumnKind.Time:
                long time = ((Int64Column)column)[row];
                ToTime(time).TryFormat(buffer, out written, time % MicrosPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.ffffff", culture);
                return written;
            case ColumnKind.Timestamp:
                long micros = ((Int64Column)column)[row];
                string format = micros % MicrosPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.ffffff";
                ToDateTime(micros).TryFormat(buffer, out written, format, culture);
                return written;
            case ColumnKind.Uuid:
                ToGuid(((Int128Column)column)[row]).TryFormat(buffer, out written);
                return written;
            default:
                ((Int64Column)column)[row].TryFormat(buffer, out written, provider: culture);
                return written;
        }
    }

    /// <summary>Prints a whole number of last places as a decimal, such as 1234 of scale 2 as <c>12.34</c>.</summary>
    public static int FormatDecimal(long value, int scale, Span<char> buffer)
    {
        if (scale == 0)
        {
            value.TryFormat(buffer, out int whole, provider: CultureInfo.InvariantCulture);
            return whole;
        }

        int start = 0;
        ulong magnitude = value < 0 ? (ulong)-value : (ulong)value;
        if (value < 0)
            buffer[start++] = '-';
        (ulong head, ulong tail) = Math.DivRem(magnitude, (ulong)Powers[scale]);
        head.TryFormat(buffer[start..], out int written, provider: CultureInfo.InvariantCulture);
        start += written;
        buffer[start++] = '.';
        for (int place = scale - 1; place >= 0; place--)
        {
            buffer[start + place] = (char)('0' + (tail % 10));
            tail /= 10;
        }

        return start + scale;
    }

    /// <summary>Reads a text as a cell of a type; exact, never rounding: too many places or out of range is a refusal.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, ColumnType type, Column target, int row)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        const NumberStyles whole = NumberStyles.AllowLeadingSign;
        switch (type.Kind)
        {
            case ColumnKind.String:
                ((TextColumn)target).Set(row, text);
                return true;
            case ColumnKind.Json:
                ((TextColumn)target).Set(row, text);
                return IsJson(text);
            case ColumnKind.Bool:
                bool isTrue = text is "true";
                ((Int64Column)target)[row] = isTrue ? 1 : 0;
                return isTrue || text is "false";
            case ColumnKind.Int32:
                bool isInt = int.TryParse(text, whole, culture, out int number);
                ((Int64Column)target)[row] = number;
                return isInt;
            case ColumnKind.Int64:
                bool isLong = long.TryParse(text, whole, culture, out long longNumber);
                ((Int64Column)target)[row] = longNumber;
                return isLong;
            case ColumnKind.Double:
                const NumberStyles anyReal = whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
                bool isDouble = double.TryParse(text, anyReal, culture, out double real) && double.IsFinite(real);
                ((DoubleColumn)target)[row] = real;
                return isDouble;
            case ColumnKind.Decimal:
                bool isDecimal = TryParseDecimal(text, type, out long scaled);
                ((Int64Column)target)[row] = scaled;
                return isDecimal;
            case ColumnKind.Date:
                bool isDate = TryParseDate(text, out long days);
                ((Int64Column)target)[row] = days;
                return isDate;
            case ColumnKind.Time:
                bool isTime = TryParseTime(text, out long time);
                ((Int64Column)target)[row] = time;
                return isTime;
            case ColumnKind.Timestamp:
                bool isTimestamp = TryParseTimestamp(text, out long micros);
                ((Int64Column)target)[row] = micros;
                return isTimestamp;
            default:
                // The parser takes blanks around it.
                const int uuidLength = 36;
                bool isUuid = Guid.TryParseExact(text, "D", out Guid guid) && text.Length == uuidLength;
                ((Int128Column)target)[row] = FromGuid(guid);
                return isUuid;
        }
    }

    public static bool TryParseDecimal(ReadOnlySpan<char> text, ColumnType type, out long scaled)
    {
        scaled = 0;

        // Above 28 digits the parser rounds.
        int point = text.IndexOf('.');
        if (point >= 0 && text[(point + 1)..].TrimEnd('0').Length > type.Scale)
            return false;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            return false;
        if (Math.Abs(value) >= PowerOfTen(type.Precision - type.Scale))
            return false;
        decimal shifted = value * PowerOfTen(type.Scale);
        scaled = (long)shifted;
        return shifted == scaled;
    }

    public static bool TryParseDate(ReadOnlySpan<char> text, out long days)
    {
        bool isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        days = isDate ? FromDate(date) : 0;
        return isDate;
    }

    /// <summary>Reads <c>hh:mm</c>, <c>hh:mm:ss</c> or <c>hh:mm:ss.ffffff</c>.</summary>
    public static bool TryParseTime(ReadOnlySpan<char> text, out long micros)
    {
        string[] formats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF"];
        bool isTime = TimeOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time);
        micros = time.Ticks / TicksPerMicro;
        return isTime;
    }

    /// <summary>Reads a date and a time with a <c>T</c> or a blank between.</summary>
    public static bool TryParseTimestamp(ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text.Length < 16 || text[10] is not ('T' or ' '))
            return false;
        if (!TryParseDate(text[..10], out long days) || !TryParseTime(text[11..], out long time))
            return false;
        micros = (days * MicrosPerDay) + time;
        return true;
    }

    public static object? ToObject(Column column, int row, ColumnType type) => column.IsNull(row) ? null : type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json => new string(((TextColumn)column)[row]),
        ColumnKind.Bool => ((Int64Column)column)[row] != 0,
        ColumnKind.Int32 => (int)((Int64Column)column)[row],
        ColumnKind.Int64 => ((Int64Column)column)[row],
        ColumnKind.Double => ((DoubleColumn)column)[row],
        ColumnKind.Decimal => ToDecimal(((Int64Column)column)[row], type.Scale),
        ColumnKind.Date => ToDate(((Int64Column)column)[row]),
        ColumnKind.Time => ToTime(((Int64Column)column)[row]),
        ColumnKind.Timestamp => ToDateTime(((Int64Column)column)[row]),
        _ => ToGuid(((Int128Column)column)[row]),
    };

    /// <summary>Makes a decimal of a whole number of last places, keeping the scale.</summary>
    public static decimal ToDecimal(long value, int scale)
    {
        ulong magnitude = value < 0 ? (ulong)-value : (ulong)value;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, value < 0, (byte)scale);
    }

    private static bool IsJson(ReadOnlySpan<char> text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text.ToString());
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
