using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A Russian pension insurance number (СНИЛС): nine digits above 001-001-998 and what they leave, weighed 9 to 1, modulo 101.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class RussianPensionNumber : NationalNumber
{
    private const long First = 1_001_999;

    private static ReadOnlySpan<sbyte> Weights => [9, 8, 7, 6, 5, 4, 3, 2, 1];

    public override long Capacity => 1_000_000_000 - First;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        Span<char> buffer = stackalloc char[9];
        var digits = new CellWriter(buffer);
        digits.AddPadded(First + place, 9);
        for (int part = 0; part < 9; part += 3)
        {
            writer.Add(digits.Text.Slice(part, 3));
            writer.Add(part < 6 ? '-' : ' ');
        }

        writer.AddPadded(Weighted.Sum(digits.Text, Weights) % 101 % 100, 2);
    }
}

/// <summary>A Russian taxpayer's number (ИНН) of a person: region, eight digits, and two check digits.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class RussianTaxNumber : NationalNumber
{
    private const int Regions = 79;

    private static ReadOnlySpan<sbyte> Weights => [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    public override long Capacity => Regions * 100_000_000L;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.AddPadded(1 + (place / 100_000_000), 2);
        writer.AddPadded(place % 100_000_000, 8);
        writer.AddPadded(Weighted.Sum(writer.Text[start..], Weights[1..]) % 11 % 10, 1);
        writer.AddPadded(Weighted.Sum(writer.Text[start..], Weights) % 11 % 10, 1);
    }
}
