using System.Collections.Immutable;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Texts with free digits, such as <c>0151 ########</c>: <c>#</c> is a digit, <c>@</c> a letter of postcodes, all else stands for itself.</summary>
internal sealed class DigitPatterns
{
    // Without the letters that British postcodes do not end in.
    private const string Letters = "ABDEFGHJLNPQRSTUWXYZ";

    private readonly WeightedTexts patterns;
    private readonly ImmutableArray<long> capacities;

    public DigitPatterns(WeightedTexts patterns)
    {
        this.patterns = patterns;
        capacities = [.. patterns.Pool.Texts.Select(Size)];
    }

    /// <summary>How many different texts there are.</summary>
    public long Capacity => capacities.Sum();

    public ImmutableArray<string> Patterns => patterns.Pool.Texts;

    /// <summary>Writes a text made of a word, of a pattern by its weight.</summary>
    public void Add(ulong word, ref CellWriter writer)
    {
        // A second word out of the first, whose high bits pick the pattern.
        int pattern = patterns.Weights.Pick(word);
        Add(patterns[pattern], (long)Math.BigMul(StreamKey.Mix(word), (ulong)capacities[pattern], out _), ref writer);
    }

    /// <summary>Writes the text of a place below <see cref="Capacity"/>; different places give different texts.</summary>
    public void AddPlace(long place, ref CellWriter writer)
    {
        int pattern = 0;
        while (place >= capacities[pattern])
            place -= capacities[pattern++];
        Add(patterns[pattern], place, ref writer);
    }

    private static long Size(string pattern)
    {
        long size = 1;
        foreach (char character in pattern)
            size *= character == '#' ? 10 : character == '@' ? Letters.Length : 1;
        return size;
    }

    private static void Add(string pattern, long place, ref CellWriter writer)
    {
        foreach (char character in pattern)
        {
            if (character == '#')
                writer.Add((char)('0' + TakeOff(ref place, 10)));
            else if (character == '@')
                writer.Add(Letters[TakeOff(ref place, Letters.Length)]);
            else
                writer.Add(character);
        }
    }

    private static int TakeOff(ref long place, int width)
    {
        (place, long rest) = Math.DivRem(place, width);
        return (int)rest;
    }
}
