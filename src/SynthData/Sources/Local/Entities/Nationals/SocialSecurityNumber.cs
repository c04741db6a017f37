namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>An American social security number of an area above 899 and a group below 50: never given out, as such or to taxpayers (ITIN).</summary>
internal sealed class SocialSecurityNumber : NationalNumber
{
    private const int Areas = 100;
    private const int Groups = 49;
    private const int Serials = 9_999;

    public override long Capacity => (long)Areas * Groups * Serials;

    public override void Add(bool isMale, long place, ref CellWriter writer)
    {
        writer.AddPadded(900 + (place / (Groups * Serials)), 3);
        writer.Add('-');
        writer.AddPadded(1 + (place / Serials % Groups), 2);
        writer.Add('-');
        writer.AddPadded(1 + (place % Serials), 4);
    }
}
