using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SynthData.Manifest;

/// <summary>The sum modulo 2^128 of the hashes of cells; free of their order, so the sums of batches, threads and shards add up.</summary>
internal readonly record struct ContentSum(UInt128 Value)
{
    private const int Length = 32;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static ContentSum operator +(ContentSum left, ContentSum right) => new(unchecked(left.Value + right.Value));

    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContentSum sum)
    {
        sum = default;
        if (text is not { Length: Length } || text.AsSpan().ContainsAnyExcept(Digits))
            return false;
        sum = new ContentSum(UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return true;
    }

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
