using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>An attribute that is a number of hexadecimal digits, at least sixteen, such as the digest of a file.</summary>
/// <remarks>Drawn: a word for every sixteen digits. A unique column has its tag in the first sixteen, mixed one to one.</remarks>
internal sealed class HexColumn(StreamKey stream, uint firstWord, int digits) : EntityColumn
{
    private const int DigitsOfWord = 16;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>The first sixteen digits of a row, for what shows a part of them.</summary>
    public static ulong First(in EntityRows rows, int index, StreamKey stream, uint firstWord) =>
        rows.IsTagged ? StreamKey.Mix((ulong)rows.Tag(index) + Odd) : rows.Word(stream, index, firstWord);

    public override void Fill(in EntityRows rows, Column target)
    {
        var column = (TextColumn)target;
        for (int index = 0; index < rows.Count; index++)
        {
            var writer = new CellWriter(column.Reserve(index, digits));
            for (uint part = 0; writer.Length < digits; part++)
            {
                ulong word = part == 0 ? First(rows, index, stream, firstWord) : rows.Word(stream, index, firstWord + part);
                writer.AddHex(word, Math.Min(DigitsOfWord, digits - writer.Length));
            }
        }
    }
}
