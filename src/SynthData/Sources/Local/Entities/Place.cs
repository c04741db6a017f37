using System.Collections.Immutable;

namespace SynthData.Sources.Local.Entities;

/// <summary>A city with what belongs to it.</summary>
/// <param name="Latitude">Degrees north of the middle of the city.</param>
/// <param name="Longitude">Degrees east of the middle of the city.</param>
/// <param name="Population">Inhabitants, and the weight the city is picked with.</param>
/// <param name="Postcodes">Whole, but for Dutch ones: their four digits.</param>
internal sealed record Place(
    string City, string Region, string RegionCode, double Latitude, double Longitude, long Population, string TimeZone,
    ImmutableArray<string> Postcodes);
