using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A Brazilian register number (CPF): nine digits and two check digits of modulus 11, written 123.456.789-09.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class BrazilianRegisterNumber : NationalNumber
{
    // The same digit eleven times passes the check and is refused by everybody: between the ones and the twos there is none.
    private const long First = 111_111_112;

    private static ReadOnlySpan<sbyte> Weights => [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

    public override long Capacity => 111_111_110;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        Span<char> buffer = stackalloc char[11];
        var digits = new CellWriter(buffer);
        digits.AddPadded(First + place, 9);
        digits.AddPadded(Check(Weighted.Sum(digits.Text, Weights[1..])), 1);
        digits.AddPadded(Check(Weighted.Sum(digits.Text, Weights)), 1);
        for (int part = 0; part < 9; part += 3)
        {
            writer.Add(digits.Text.Slice(part, 3));
            writer.Add(part < 6 ? '.' : '-');
        }

        writer.Add(digits.Text[9..]);
    }

    private static int Check(int sum) => sum % 11 < 2 ? 0 : 11 - (sum % 11);
}
