using CsCheck;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Schema.Reading;

namespace SynthData.Tests.Schema;

/// <summary>Whatever is done to a schema, it is read or told; nothing is thrown.</summary>
public class MutatedSchemasTests
{
    private static readonly string[] Texts =
        [.. Run.ReadyMade.Files.Select(File.ReadAllText)];

    private static readonly string[] Pieces =
    [
        "", " ", "\n", "\t", ":", ": ", ",", "{", "}", "[", "]", "'", "\"", "#", "&a", "*a", "!!str", "-", "- ", "|", ">", "%", "${x}", "~", "null",
        "else", "given", "when", "prompt", "true", "-1", "1e9", "2024-02-30", "\u0000", "\uFEFF", "é", "😀", "?", "---\n", "...\n", "0x", "_", "a.b.c",
    ];

    // Cuts a stretch out of one schema and puts a piece, or a stretch of another place, where it was.
    private static readonly Gen<string> Mutated =
        from text in OneOf(Texts)
        from changes in Gen.Select(Gen.Double.Unit, Gen.Int[0, 30], OneOf(Pieces), Gen.Double.Unit, Gen.Int[0, 40]).List[1, 4]
        select changes.Aggregate(text, (current, change) => Change(current, change.Item1, change.Item2, change.Item3, change.Item4, change.Item5));

    [Fact]
    public void Are_read_or_told_with_a_place_and_never_throw() => Mutated.Sample(
        text =>
        {
            var bag = new DiagnosticBag();
            DatasetSchema? schema = SchemaReader.ReadText(text, bag);

            Assert.True(schema is not null || bag.HasErrors);
            Assert.All(bag, diagnostic =>
            {
                Assert.NotNull(diagnostic.Position);
                Assert.InRange(diagnostic.Position.Value.Line, 1, text.Split('\n').Length + 1);
                Assert.StartsWith("SD1", diagnostic.Code, StringComparison.Ordinal);
            });
        },
        iter: 1_000);

    [Fact]
    public void Any_text_is_read_or_told() => OneOf(Pieces).List[0, 30].Select(string.Concat).Sample(
        text =>
        {
            var bag = new DiagnosticBag();
            Assert.True(SchemaReader.ReadText(text, bag) is not null || bag.HasErrors);
        },
        iter: 1_000);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Change(string text, double place, int length, string piece, double other, int otherLength)
    {
        int start = (int)(place * text.Length);
        int end = Math.Min(text.Length, start + length);
        int copyStart = (int)(other * text.Length);
        string copy = text[copyStart..Math.Min(text.Length, copyStart + otherLength)];
        return text[..start] + (otherLength % 3 == 0 ? copy : piece) + text[end..];
    }
}
