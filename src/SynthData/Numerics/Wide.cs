namespace SynthData.Numerics;

/// <summary>Products of 128-bit numbers that need 256 bits.</summary>
internal static class Wide
{
    /// <summary>The upper 128 bits of a product.</summary>
    public static UInt128 High(UInt128 a, UInt128 b)
    {
        ulong aHigh = (ulong)(a >> 64);
        ulong bHigh = (ulong)(b >> 64);
        UInt128 low = Product((ulong)a, (ulong)b);
        UInt128 first = Product(aHigh, (ulong)b) + (ulong)(low >> 64);
        UInt128 second = Product((ulong)a, bHigh) + (ulong)first;
        return Product(aHigh, bHigh) + (ulong)(first >> 64) + (ulong)(second >> 64);
    }

    /// <summary>A whole number in [0, <paramref name="width"/>) of two words, by multiplication; the bias is below width / 2^128.</summary>
    public static UInt128 Below(UInt128 width, ulong first, ulong second) => High(new UInt128(first, second), width);

    /// <summary>All 128 bits of the product of two words.</summary>
    public static UInt128 Product(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return new UInt128(high, low);
    }
}
