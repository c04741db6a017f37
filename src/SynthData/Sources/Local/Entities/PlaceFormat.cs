namespace SynthData.Sources.Local.Entities;

/// <summary>How the places of a country are written.</summary>
internal abstract class PlaceFormat
{
    public abstract string Country { get; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public abstract string CountryCode { get; }

    /// <summary>Writes a postcode of a place; <paramref name="word"/> decides what its listed digits leave open.</summary>
    public abstract void AddPostcode(string digits, ulong word, ref CellWriter writer);

    public abstract void AddHouseNumber(ulong word, ref CellWriter writer);

    /// <summary>Writes a street and a house number in the country's order.</summary>
    public abstract void AddAddress(string street, ulong houseNumber, ref CellWriter writer);

    /// <summary>Writes what follows the address on one line: postcode, city and, where it is usual, region.</summary>
    public abstract void AddTown(Place place, string digits, ulong word, ref CellWriter writer);

    /// <summary>The smaller of two draws below a width: low numbers are the commoner.</summary>
    protected static int Skewed(ulong word, int width)
    {
        int first = (int)(((word >> 32) * (ulong)width) >> 32);
        int second = (int)(((word & 0xFFFFFFFF) * (ulong)width) >> 32);
        return Math.Min(first, second);
    }
}
