namespace SynthData.Sources.Local.Entities;

/// <summary>Ordinary words of one locale, lower-case ASCII letters only. Immutable and thread-safe.</summary>
internal sealed class PlainWords
{
    public PlainWords(string locale)
    {
        WordFile file = WordFile.Read($"{locale}-words");
        Adjectives = file.Words("adjectives");
        Nouns = file.Words("nouns");
    }

    public WeightedTexts Adjectives { get; }

    public WeightedTexts Nouns { get; }
}
