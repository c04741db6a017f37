using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Numbers of the Dutch plan: <c>06 12345678</c>, <c>020 123 4567</c>, <c>0113 234 567</c>; unique ones are mobile.</summary>
/// <remarks>No range is set aside for fiction in the Netherlands, so a number may be somebody's.</remarks>
internal sealed class DutchPhones : IPhoneFormat
{
    private const long NumbersOfPrefix = 10_000_000;

    private readonly WeightedTexts mobile;
    private readonly WeightedTexts areas;
    private readonly TagSpread spread;

    public DutchPhones()
    {
        WordFile file = WordFile.Read("nl-NL-phones");
        (mobile, areas) = (file.Words("mobile"), file.Words("areas"));
        spread = new TagSpread(Capacity);
    }

    public long Capacity => mobile.Count * NumbersOfPrefix;

    public void Add(ulong word, ref CellWriter writer)
    {
        // The word's high bits decide the kind, two words out of it the rest.
        ulong second = StreamKey.Mix(word);
        if (word >> 60 < 11)
            AddMobile((long)Math.BigMul(second, (ulong)Capacity, out _), ref writer);
        else
            AddGeographic(areas.Pick(second), StreamKey.Mix(second), ref writer);
    }

    public void AddTagged(long tag, ref CellWriter writer) => AddMobile(spread.Place(tag), ref writer);

    private void AddMobile(long place, ref CellWriter writer)
    {
        string prefix = mobile[(int)(place / NumbersOfPrefix)];
        writer.Add("06 ");
        writer.Add(prefix[^1]);
        writer.AddPadded(place % NumbersOfPrefix, 7);
    }

    // A subscriber's number starts with 2 to 8.
    private static void AddGeographic(string area, ulong word, ref CellWriter writer)
    {
        writer.Add(area);
        writer.Add(' ');
        writer.AddPadded((long)Math.BigMul(word, 700, out ulong rest) + 200, 3);
        writer.Add(' ');
        int places = 7 - area.Length;
        writer.AddPadded((long)Math.BigMul(rest, places == 4 ? 10_000UL : 1_000UL, out _), places);
    }
}
