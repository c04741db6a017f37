using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>Words and sentences that say nothing in particular; for texts that mean something there are prompts.</summary>
internal static class TextTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        InLocales("text.word", "text", "An ordinary word.", Same(Deep)),
        InLocales("text.sentence", "text", "A sentence put together of a subject, a predicate and a circumstance.", Same(Deep)),
        InLocales("text.paragraph", "text", "Three such sentences.", Same(Deep)),
        InLocales("text.hashtag", "text", "A word as a tag.", Same(Deep), aliases: ["hashtag"]),
        Anywhere("text.lorem_word", "text", "A word of the printers' filler text."),
        Anywhere("text.lorem_sentence", "text", "Five to nine words of the printers' filler text."),
        Anywhere("text.lorem_paragraph", "text", "Four sentences of the printers' filler text.", aliases: ["lorem", "lorem_ipsum"]),
        Anywhere("text.emoji", "emoji", "An emoji, as frequent as people use it.", "Unicode Emoji", aliases: ["emoji"]),
    ];
}
