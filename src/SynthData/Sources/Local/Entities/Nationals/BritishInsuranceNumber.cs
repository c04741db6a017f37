namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A British national insurance number with the prefix QQ, which is kept for examples and given to nobody.</summary>
internal sealed class BritishInsuranceNumber : NationalNumber
{
    public override long Capacity => 4_000_000;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        writer.Add("QQ");
        writer.AddPadded(place / 4, 6);
        writer.Add((char)('A' + (place % 4)));
    }
}
