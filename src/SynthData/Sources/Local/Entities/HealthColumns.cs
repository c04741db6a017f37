using SynthData.Numerics;
using SynthData.Numerics.CheckDigits;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the numbers of those who treat and of those who are treated.</summary>
internal static class HealthColumns
{
    /// <summary>1 or 2 and eight digits.</summary>
    public const long ProviderCapacity = 200_000_000;

    /// <summary>Eight digits, the first not 0.</summary>
    public const long RecordCapacity = 90_000_000;

    // What the prefix 80840, which is not written, adds to the sum.
    private const int PrefixSum = 24;

    private const uint ProviderWord = 0;
    private const uint RecordWord = 1;

    public static EntityColumn? For(string type, StreamKey stream) => type switch
    {
        "health.npi" => new NumberColumn(stream, ProviderWord, ProviderCapacity, (in rows, index, place, ref writer) =>
        {
            int start = writer.Length;
            writer.AddPadded(100_000_000 + place, 9);
            writer.Add(Luhn.Digit(writer.Text[start..], PrefixSum));
        }),
        "health.record_number" => new NumberColumn(stream, RecordWord, RecordCapacity, (in rows, index, place, ref writer) =>
            writer.AddPadded(10_000_000 + place, 8)),
        _ => null,
    };
}
