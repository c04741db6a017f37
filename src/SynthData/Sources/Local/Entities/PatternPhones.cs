namespace SynthData.Sources.Local.Entities;

/// <summary>Telephone numbers of a locale whose file lists patterns with weights, and at times others for unique columns.</summary>
internal sealed class PatternPhones : IPhoneFormat
{
    private readonly DigitPatterns numbers;
    private readonly DigitPatterns unique;
    private readonly TagSpread spread;

    public PatternPhones(WordFile file)
    {
        numbers = new DigitPatterns(file.Words("numbers"));
        unique = file.Has("unique") ? new DigitPatterns(file.Words("unique")) : numbers;
        spread = new TagSpread(Capacity);
    }

    public long Capacity => unique.Capacity;

    public void Add(ulong word, ref CellWriter writer) => numbers.Add(word, ref writer);

    public void AddTagged(long tag, ref CellWriter writer) => unique.AddPlace(spread.Place(tag), ref writer);
}
