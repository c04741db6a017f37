using System.Collections.Immutable;
using System.Globalization;
using SynthData.Knowledge;

namespace SynthData.Compile;

/// <summary>What a text with places can become: how many ways it reads, and examples of it.</summary>
internal static class TextShape
{
    /// <summary>More ways to read are not counted.</summary>
    public const long MostReadings = 1_000_000_000;

    /// <summary>How many ways a text reads, the row's own cells left out.</summary>
    public static long Readings(ImmutableArray<TextPart> parts)
    {
        long readings = 1;
        foreach (TextPart part in parts)
            readings = Math.Min(MostReadings, readings * Math.Min(MostReadings, Readings(part)));
        return readings;
    }

    /// <summary>One way it reads.</summary>
    /// <param name="choose">Which of so many options.</param>
    /// <param name="cell">What a row has in a column.</param>
    public static string Read(ImmutableArray<TextPart> parts, Func<long, long> choose, Func<string, string> cell) =>
        string.Concat(parts.Select(part => part switch
        {
            LiteralPart literal => literal.Text,
            ColumnPart column => cell(column.Column),
            NumberPart number => Number(number, number.Low + choose(number.Count)),
            ChoicePart choice => Read(choice.Options[(int)choose(choice.Options.Length)], choose, cell),
            VariantPart variant => Read(Variant(variant.Variants, cell(variant.Column)), choose, cell),
            _ => "",
        }));

    private static ImmutableArray<TextPart> Variant(VariantTexts variants, string value) =>
        variants.Values.IndexOf(value) is >= 0 and var place ? variants.Cases[place] : variants.HasOtherwise ? variants.Otherwise : [];

    private static long Readings(TextPart part) => part switch
    {
        NumberPart number => number.Count,
        ChoicePart choice => choice.Options.Sum(Readings),
        VariantPart variant => variant.Texts.Min(Readings),
        _ => 1,
    };

    private static string Number(NumberPart number, long units)
    {
        decimal value = units;
        for (int place = 0; place < number.Decimals; place++)
            value /= 10;
        return value.ToString($"F{number.Decimals}", CultureInfo.InvariantCulture);
    }
}
