using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A Polish register number (PESEL): birthday, three digits and one that is odd for men, and a check digit of the weights 1, 3, 7, 9.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class PolishRegisterNumber : NationalNumber
{
    private const int FirstYear = 40;
    private const int Years = 60;
    private const int Serials = 1_000 * 5;

    private static ReadOnlySpan<sbyte> Weights => [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

    public override long Capacity => (long)Years * 12 * 28 * Serials;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        long day = place / Serials;
        writer.AddPadded(FirstYear + (day / (12 * 28)), 2);
        writer.AddPadded(1 + (day / 28 % 12), 2);
        writer.AddPadded(1 + (day % 28), 2);
        writer.AddPadded(place % Serials / 5, 3);
        writer.AddPadded((place % 5 * 2) + (isMale ? 1 : 0), 1);
        writer.AddPadded((10 - (Weighted.Sum(writer.Text[start..], Weights) % 10)) % 10, 1);
    }
}
