namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A Spanish identity number (DNI): eight digits and the letter that their rest by 23 stands for.</summary>
/// <remarks>None are set aside, so a number may be somebody's.</remarks>
internal sealed class SpanishIdentityNumber : NationalNumber
{
    public override long Capacity => 100_000_000;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        writer.AddPadded(place, 8);
        writer.Add("TRWAGMYFPDXBNJZSQVHLCKE"[(int)(place % 23)]);
    }
}
