namespace SynthData.Sources.Local.Entities;

/// <summary>Ordinary words of one locale, as written and as addresses spell them. Immutable and thread-safe.</summary>
internal sealed class PlainWords
{
    public PlainWords(WordFile file)
    {
        (Adjectives, Nouns) = (file.Words("adjectives"), file.Words("nouns"));
        AdjectiveSlugs = new WeightedTexts(file.Entries("adjectives").Select(Slug));
        NounSlugs = new WeightedTexts(file.Entries("nouns").Select(Slug));
    }

    public WeightedTexts Adjectives { get; }

    public WeightedTexts Nouns { get; }

    /// <summary>The adjectives in lower-case ASCII letters.</summary>
    public WeightedTexts AdjectiveSlugs { get; }

    /// <summary>The nouns in lower-case ASCII letters.</summary>
    public WeightedTexts NounSlugs { get; }

    private static (string Text, long Weight) Slug((string Text, long Weight) entry) => (AsciiFold.Fold(entry.Text), entry.Weight);
}
