using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>The Dutch proof by eleven: nine digits that weigh 9, 8 … 2 and −1 add up to a multiple of 11.</summary>
internal static class ElevenProof
{
    /// <summary>Ways to complete seven digits: of ten eighth digits at most one leaves ten, which no ninth digit can take away.</summary>
    public const int Completions = 9;

    private static ReadOnlySpan<sbyte> Weights => [9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Adds the eighth and ninth digit after seven.</summary>
    /// <param name="completion">Which of the <see cref="Completions"/>.</param>
    public static void Complete(int start, int completion, ref CellWriter writer)
    {
        int sum = Weighted.Sum(writer.Text[start..], Weights) % 11;
        for (int eighth = 0; ; eighth++)
        {
            int ninth = (sum + (2 * eighth)) % 11;
            if (ninth == 10)
                continue;
            if (completion-- > 0)
                continue;
            writer.Add((char)('0' + eighth));
            writer.Add((char)('0' + ninth));
            return;
        }
    }
}

/// <summary>A Dutch service number (BSN) that begins with 9, where none has been given out.</summary>
internal sealed class DutchServiceNumber : NationalNumber
{
    public override long Capacity => 1_000_000 * ElevenProof.Completions;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        int start = writer.Length;
        writer.Add('9');
        writer.AddPadded(place / ElevenProof.Completions, 6);
        ElevenProof.Complete(start, (int)(place % ElevenProof.Completions), ref writer);
    }
}
