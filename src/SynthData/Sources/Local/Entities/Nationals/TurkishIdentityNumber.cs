namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A Turkish identity number: nine digits, not 0 first; the tenth from odd and even places, the eleventh from the sum of all.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class TurkishIdentityNumber : NationalNumber
{
    public override long Capacity => 900_000_000;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.AddPadded(100_000_000 + place, 9);
        int odd = 0;
        int even = 0;
        ReadOnlySpan<char> digits = writer.Text[start..];
        for (int index = 0; index < digits.Length; index++)
        {
            if (index % 2 == 0)
                odd += digits[index] - '0';
            else
                even += digits[index] - '0';
        }

        int tenth = ((odd * 7) + (even * 9)) % 10;
        writer.AddPadded(tenth, 1);
        writer.AddPadded((odd + even + tenth) % 10, 1);
    }
}
