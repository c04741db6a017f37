using System.Text;
using CsCheck;
using CsvHelper;
using SynthData.Batches;
using SynthData.Output.Csv;

namespace SynthData.Tests.Output.Csv;

public class CsvTextTests
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", HasHeader = false };

    private static readonly string[] Odd = [",", "\"", "\n", "\r", "é", "€", "𝄞", "\u007F", "\u0080", " ", ";", "\u032C", "\u0322"];

    // Mostly letters, so that long texts without special characters come up, and every place of a special one.
    private static readonly Gen<string> Texts = Gen.Frequency(
            (40, Gen.Char['a', 'z'].Select(letter => letter.ToString())),
            (1, Gen.Int[0, Odd.Length - 1].Select(place => Odd[place])))
        .Array[0, 70].Select(string.Concat);

    [Fact]
    public void Fields_are_those_of_CsvHelper() => Texts.Where(text => text.Length > 0).Sample(
        text => Assert.Equal(WithCsvHelper(text), Encoding.UTF8.GetString(Written(text))),
        iter: 20_000);

    [Fact]
    public void Every_character_alone_and_between_others_is_written_as_CsvHelper_writes_it()
    {
        for (int unit = 0; unit <= char.MaxValue; unit += unit < 0x400 ? 1 : 7)
        {
            if (char.IsSurrogate((char)unit))
                continue;
            foreach (string text in (string[])[$"{(char)unit}", $"abc{(char)unit}defgh", $"abcdefghijklmnopq{(char)unit}rs"])
                Assert.Equal(WithCsvHelper(text), Encoding.UTF8.GetString(Written(text)));
        }
    }

    [Fact]
    public void An_empty_text_is_two_quotes() => Assert.Equal("\"\"", Encoding.UTF8.GetString(Written("")));

    [Fact]
    public void Texts_of_a_pool_are_written_as_texts_alone() => Texts.Array[1, 20].Sample(
        texts =>
        {
            var pool = new CsvPool(new TextPool([.. texts]), CsvFormula.Keep);
            for (int code = 0; code < texts.Length; code++)
            {
                byte[] target = new byte[pool.MaxLength + CsvPool.Slack];
                Assert.Equal(Written(texts[code]), target[..pool.Write(code, target)]);
            }
        },
        iter: 1_000);

    private static byte[] Written(string text)
    {
        byte[] target = new byte[CsvText.MaxLength(text.Length)];
        return target[..CsvText.Write(text, target)];
    }

    private static string WithCsvHelper(string text)
    {
        using MemoryStream stream = new();
        using (CsvWriter writer = CsvWriter.Create(stream, Options, leaveOpen: true))
        {
            writer.WriteField("x");
            writer.WriteField(text);
            writer.EndRecord();
        }

        return Encoding.UTF8.GetString(stream.ToArray())[2..^1];
    }
}
