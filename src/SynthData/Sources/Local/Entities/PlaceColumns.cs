using SynthData.Batches;
using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of the entity <c>place</c>.</summary>
internal static class PlaceColumns
{
    /// <summary>Gives the column of a type, or null for a type that is not a place's.</summary>
    public static EntityColumn? For(string type, string locale, int generator, StreamKey stream)
    {
        if (PostcodeForms.Has(locale))
            return WithoutCities(type, locale, stream);

        PlaceTable table = EntityWords.For(locale, generator).Places;
        var place = new PlaceEntity(stream, table);
        return type switch
        {
            "place.city" => Shared(place, table.Cities),
            "place.region" => Shared(place, table.Regions),
            "place.region_code" => Shared(place, table.RegionCodes),
            "place.time_zone" => Shared(place, table.TimeZones),
            "place.country" => Same(table.Format.Country),
            "place.country_code" => Same(table.Format.CountryCode),
            "place.postcode" => new ComposedColumn(place.Postcode),
            "place.street" => new PooledColumn(table.Streets.Pool, place.Street),
            "place.house_number" => new ComposedColumn(place.HouseNumber),
            "place.address" => new ComposedColumn(place.Address),
            "place.full_address" => new ComposedColumn(place.FullAddress),
            "place.latitude" => new RealColumn((in rows, index) => place.Place(rows, index).Latitude),
            "place.longitude" => new RealColumn((in rows, index) => place.Place(rows, index).Longitude),
            "place.population" => new WholeColumn((in rows, index) => place.Place(rows, index).Population),
            _ => null,
        };
    }

    private static EntityColumn? WithoutCities(string type, string locale, StreamKey stream)
    {
        DigitPatterns postcodes = PostcodeForms.Postcodes(locale);
        return type switch
        {
            "place.country" => Same(PostcodeForms.Country(locale).Country),
            "place.country_code" => Same(PostcodeForms.Country(locale).Code),
            "place.postcode" => new ComposedColumn((in rows, index, text) =>
            {
                var writer = new CellWriter(text);
                postcodes.Add(rows.Word(stream, index, PlaceEntity.PostcodeWord), ref writer);
                return writer.Length;
            }),
            _ => null,
        };
    }

    private static PooledColumn Shared(PlaceEntity place, PooledTexts texts) =>
        new(texts.Pool, (in rows, index) => texts.Code(place.City(rows, index)));

    private static PooledColumn Same(string text) => new(new TextPool([text]), (in rows, index) => 0);
}
