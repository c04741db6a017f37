namespace SynthData.Sources.Local.Entities;

/// <summary>How the places of a country are written.</summary>
internal abstract class PlaceFormat
{
    public abstract string Country { get; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public abstract string CountryCode { get; }

    /// <summary>Gives the format of a locale whose cities are known.</summary>
    public static PlaceFormat Of(string locale) => locale switch
    {
        "de-DE" => new GermanPlaces(),
        "en-US" => new AmericanPlaces(),
        "fr-FR" => new FrenchPlaces(),
        "nl-NL" => new DutchPlaces(),
        "ru-RU" => new RussianPlaces(),
        _ => throw new ArgumentException($"There are no places for the locale '{locale}'.", nameof(locale)),
    };

    /// <summary>Writes a postcode of a place; <paramref name="word"/> decides what its listed digits leave open.</summary>
    public virtual void AddPostcode(string digits, ulong word, ref CellWriter writer) => writer.Add(digits);

    public abstract void AddHouseNumber(ulong word, ref CellWriter writer);

    /// <summary>Writes a street and a house number in the country's order.</summary>
    public virtual void AddAddress(string street, ulong houseNumber, ref CellWriter writer)
    {
        writer.Add(street);
        writer.Add(' ');
        AddHouseNumber(houseNumber, ref writer);
    }

    /// <summary>Writes street, house number, postcode, city and, where it is usual, region on one line.</summary>
    public virtual void AddFullAddress(Place place, string street, ulong houseNumber, string digits, ulong word, ref CellWriter writer)
    {
        AddAddress(street, houseNumber, ref writer);
        writer.Add(", ");
        AddTown(place, digits, word, ref writer);
    }

    /// <summary>Writes postcode, city and, where it is usual, region.</summary>
    protected virtual void AddTown(Place place, string digits, ulong word, ref CellWriter writer)
    {
        AddPostcode(digits, word, ref writer);
        writer.Add(' ');
        writer.Add(place.City);
    }

    /// <summary>The smaller of two draws below a width: low numbers are the commoner.</summary>
    protected static int Skewed(ulong word, int width)
    {
        int first = (int)(((word >> 32) * (ulong)width) >> 32);
        int second = (int)(((word & 0xFFFFFFFF) * (ulong)width) >> 32);
        return Math.Min(first, second);
    }
}
