using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes words, sentences and paragraphs, in a language or in the printers' Latin.</summary>
/// <remarks>
/// Drawn: three words for each sentence of a language, one for each Latin one; a paragraph's first sentence is not the row's sentence.
/// </remarks>
internal static class TextColumns
{
    private const uint WordWord = 0;
    private const uint TagWord = 1;
    private const uint SentenceWord = 8;
    private const uint ParagraphWord = 16;
    private const uint LoremWordWord = 32;
    private const uint LoremSentenceWord = 33;
    private const uint LoremParagraphWord = 40;

    public static EntityColumn? For(SemanticType type, string locale, StreamKey stream) => type.Name switch
    {
        "text.word" => Words("word", locale, WordWord, stream),
        "text.lorem_word" => Words("lorem", locale, LoremWordWord, stream),
        "text.hashtag" => Hashtags(RecordTable.Of("word").Field("word", locale), stream),
        "text.sentence" => new ComposedColumn(Compose(locale, sentences: 1, SentenceWord, stream)),
        "text.paragraph" => new ComposedColumn(Compose(locale, sentences: 3, ParagraphWord, stream)),
        "text.lorem_sentence" => new ComposedColumn(Lorem(sentences: 1, LoremSentenceWord, stream)),
        "text.lorem_paragraph" => new ComposedColumn(Lorem(sentences: 4, LoremParagraphWord, stream)),
        _ => null,
    };

    private static PooledColumn Words(string records, string locale, uint word, StreamKey stream)
    {
        RecordTable table = RecordTable.Of(records);
        PooledTexts texts = table.Texts(records == "word" ? "word" : "lorem_word", locale);
        return new PooledColumn(texts.Pool, (in rows, index) => texts.Code(table.Weights.Pick(rows.Word(stream, index, word))));
    }

    private static ComposedColumn Hashtags(ImmutableArray<string> words, StreamKey stream) => new((in rows, index, text) =>
    {
        var writer = new CellWriter(text);
        writer.Add('#');
        foreach (char letter in words[rows.Below(stream, words.Length, index, TagWord)])
            writer.Add(char.ToLowerInvariant(letter));
        return writer.Length;
    });

    private static Compose Compose(string locale, int sentences, uint word, StreamKey stream)
    {
        ImmutableArray<string> subjects = RecordTable.Of("subject").Field("subject", locale);
        ImmutableArray<string> predicates = RecordTable.Of("predicate").Field("predicate", locale);
        ImmutableArray<string> circumstances = RecordTable.Of("circumstance").Field("circumstance", locale);
        return (in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            for (uint sentence = 0; sentence < sentences; sentence++)
            {
                if (sentence > 0)
                    writer.Add(' ');
                uint first = word + (sentence * 3);
                writer.Add(subjects[rows.Below(stream, subjects.Length, index, first)]);
                writer.Add(' ');
                writer.Add(predicates[rows.Below(stream, predicates.Length, index, first + 1)]);
                writer.Add(' ');
                writer.Add(circumstances[rows.Below(stream, circumstances.Length, index, first + 2)]);
                writer.Add('.');
            }

            return writer.Length;
        };
    }

    private static Compose Lorem(int sentences, uint word, StreamKey stream)
    {
        ImmutableArray<string> latin = RecordTable.Of("lorem").Field("lorem_word");
        return (in rows, index, text) =>
        {
            var writer = new CellWriter(text);
            for (uint sentence = 0; sentence < sentences; sentence++)
            {
                if (sentence > 0)
                    writer.Add(' ');
                AddLatin(latin, rows.Word(stream, index, word + sentence), ref writer);
            }

            return writer.Length;
        };
    }

    // Five to nine of 64 words, six bits each; the bits above tell how many.
    private static void AddLatin(ImmutableArray<string> latin, ulong word, ref CellWriter writer)
    {
        int count = 5 + (int)((word >> 54) * 5 >> 10);
        writer.AddCapital(latin[(int)(word & 63)]);
        for (int at = 1; at < count; at++)
        {
            writer.Add(' ');
            writer.Add(latin[(int)((word >> (6 * at)) & 63)]);
        }

        writer.Add('.');
    }
}
