using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace SynthData.Output.Csv;

/// <summary>Texts as fields of RFC 4180 in UTF-8: in quotes where they are empty or hold a comma, a quote, a line feed or a carriage return.</summary>
internal static class CsvText
{
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\n\r"u8);

    /// <summary>The bytes that a text of so many UTF-16 units takes at most.</summary>
    public static int MaxLength(int units) => (units * 3) + 2;

    /// <summary>Writes a field; gives its length.</summary>
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    public static int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (TryWritePlain(text, target))
            return text.Length;
        if (text.IsEmpty)
        {
            "\"\""u8.CopyTo(target);
            return 2;
        }

        Utf8.FromUtf16(text, target, out _, out int written);
        return target[..written].ContainsAny(Special) ? Enclose(target, written) : written;
    }

    // Every quote is one unit of at most three bytes, so the doubled ones have room.
    private static int Enclose(Span<byte> target, int length)
    {
        int quotes = target[..length].Count(Quote);
        int place = length + quotes + 1;
        target[place] = Quote;
        for (int from = length - 1; from >= 0; from--)
        {
            target[--place] = target[from];
            if (target[from] == Quote)
                target[--place] = Quote;
        }

        target[0] = Quote;
        return length + quotes + 2;
    }

    // ASCII without special characters, sixteen at a time; the last sixteen overlap those before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWritePlain(ReadOnlySpan<char> text, Span<byte> target)
    {
        int length = text.Length;
        if (length < 8)
            return TryWriteShort(text, target);
        ref ushort from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte to = ref MemoryMarshal.GetReference(target[..length]);
        if (length < 16)
            return TryCopyEight(ref from, ref to) & TryCopyEight(ref Unsafe.Add(ref from, length - 8), ref Unsafe.Add(ref to, length - 8));
        int place = 0;
        for (; place <= length - 16; place += 16)
        {
            if (!TryCopySixteen(ref Unsafe.Add(ref from, place), ref Unsafe.Add(ref to, place)))
                return false;
        }

        return place == length || TryCopySixteen(ref Unsafe.Add(ref from, length - 16), ref Unsafe.Add(ref to, length - 16));
    }

    private static bool TryWriteShort(ReadOnlySpan<char> text, Span<byte> target)
    {
        foreach (char unit in text)
        {
            if (unit is > '\u007F' or ',' or '"' or '\n' or '\r')
                return false;
        }

        for (int place = 0; place < text.Length; place++)
            target[place] = (byte)text[place];
        return text.Length > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyEight(ref ushort from, ref byte to)
    {
        Vector128<ushort> units = Vector128.LoadUnsafe(ref from);
        Vector128<byte> bytes = Vector128.Narrow(units, units);
        Unsafe.WriteUnaligned(ref to, bytes.AsUInt64().ToScalar());
        return ((units & Vector128.Create((ushort)0xFF80)) | SpecialOf(units)) == Vector128<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopySixteen(ref ushort from, ref byte to)
    {
        Vector128<ushort> first = Vector128.LoadUnsafe(ref from);
        Vector128<ushort> second = Vector128.LoadUnsafe(ref from, 8);
        Vector128<byte> bytes = Vector128.Narrow(first, second);
        bytes.StoreUnsafe(ref to);
        Vector128<byte> special = Vector128.Equals(bytes, Vector128.Create((byte)',')) | Vector128.Equals(bytes, Vector128.Create(Quote))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'\r'));
        return (((first | second) & Vector128.Create((ushort)0xFF80)).AsByte() | special) == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> SpecialOf(Vector128<ushort> units) =>
        Vector128.Equals(units, Vector128.Create((ushort)',')) | Vector128.Equals(units, Vector128.Create((ushort)Quote))
        | Vector128.Equals(units, Vector128.Create((ushort)'\n')) | Vector128.Equals(units, Vector128.Create((ushort)'\r'));
}
