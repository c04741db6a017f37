using System.Globalization;

namespace SynthData.Sources.Local.Entities;

/// <summary>Writes one cell's text, part by part, into a buffer that is long enough.</summary>
internal ref struct CellWriter(Span<char> buffer)
{
    private readonly Span<char> buffer = buffer;

    /// <summary>Characters written so far.</summary>
    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Text => buffer[..Length];

    public void Add(scoped ReadOnlySpan<char> text)
    {
        text.CopyTo(buffer[Length..]);
        Length += text.Length;
    }

    public void Add(char character) => buffer[Length++] = character;

    public void Add(long number)
    {
        number.TryFormat(buffer[Length..], out int written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Adds a number at least 0 with zeros in front.</summary>
    public void AddPadded(long number, int places)
    {
        Span<char> digits = buffer.Slice(Length, places);
        ulong rest = (ulong)number;
        for (int place = places - 1; place >= 0; place--)
        {
            (rest, ulong digit) = Math.DivRem(rest, 10);
            digits[place] = (char)('0' + digit);
        }

        Length += places;
    }

    /// <summary>Adds the lowest digits of a number in lower-case hexadecimal, with zeros in front.</summary>
    public void AddHex(ulong number, int places)
    {
        for (int place = places - 1; place >= 0; place--)
        {
            buffer[Length + place] = "0123456789abcdef"[(int)(number & 15)];
            number >>= 4;
        }

        Length += places;
    }

    /// <summary>Writes over what was written, such as a check digit in the middle.</summary>
    public readonly void Overwrite(int start, scoped ReadOnlySpan<char> text) => text.CopyTo(buffer[start..Length]);

    /// <summary>Adds a text with its first letter as a capital: <c>De Vries</c> where no first name stands before.</summary>
    public void AddCapital(scoped ReadOnlySpan<char> text)
    {
        int start = Length;
        Add(text);
        buffer[start] = char.ToUpperInvariant(buffer[start]);
    }
}
