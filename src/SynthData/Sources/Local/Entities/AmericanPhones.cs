namespace SynthData.Sources.Local.Entities;

/// <summary>Numbers of the North American plan that are set aside for fiction: <c>(201) 555-0123</c>.</summary>
internal sealed class AmericanPhones : IPhoneFormat
{
    private readonly WeightedTexts areas = WordFile.Read("en-US-phones").Words("areas");
    private readonly TagSpread spread;

    public AmericanPhones() => spread = new TagSpread(Capacity);

    public long Capacity => areas.Count * 100L;

    public void Add(ulong word, ref CellWriter writer) => AddPlace((long)Math.BigMul(word, (ulong)Capacity, out _), ref writer);

    public void AddTagged(long tag, ref CellWriter writer) => AddPlace(spread.Place(tag), ref writer);

    private void AddPlace(long place, ref CellWriter writer)
    {
        writer.Add('(');
        writer.Add(areas[(int)(place / 100)]);
        writer.Add(") 555-01");
        writer.AddPadded(place % 100, 2);
    }
}
