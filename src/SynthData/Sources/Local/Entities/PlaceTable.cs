using System.Collections.Immutable;
using System.Globalization;

namespace SynthData.Sources.Local.Entities;

/// <summary>The real places of one locale and what texts they share. Immutable and thread-safe.</summary>
internal sealed class PlaceTable
{
    public PlaceTable(PlaceFormat format, IEnumerable<string> places, WordFile streets)
    {
        Format = format;
        Places = [.. places.Select(Read)];
        Weights = new WeightedTable([.. Places.Select(place => place.Population)]);
        Cities = new PooledTexts([.. Places.Select(place => place.City)]);
        Regions = new PooledTexts([.. Places.Select(place => place.Region)]);
        RegionCodes = new PooledTexts([.. Places.Select(place => place.RegionCode)]);
        TimeZones = new PooledTexts([.. Places.Select(place => place.TimeZone)]);
        Streets = ReadStreets(streets);
    }

    public PlaceFormat Format { get; }

    public ImmutableArray<Place> Places { get; }

    /// <summary>By population.</summary>
    public WeightedTable Weights { get; }

    public PooledTexts Cities { get; }

    public PooledTexts Regions { get; }

    public PooledTexts RegionCodes { get; }

    public PooledTexts TimeZones { get; }

    public WeightedTexts Streets { get; }

    private static Place Read(string line)
    {
        string[] fields = line.Split('\t');
        CultureInfo culture = CultureInfo.InvariantCulture;
        return new Place(
            fields[0],
            fields[1],
            fields[2],
            double.Parse(fields[3], NumberStyles.Float, culture),
            double.Parse(fields[4], NumberStyles.Float, culture),
            long.Parse(fields[5], NumberStyles.None, culture),
            fields[6],
            [.. fields[7].Split(',').SelectMany(Expand)]);
    }

    // Ranges have four digits.
    private static IEnumerable<string> Expand(string range)
    {
        if (!range.Contains('-', StringComparison.Ordinal))
            return [range];
        int[] ends = [.. range.Split('-').Select(end => int.Parse(end, NumberStyles.None, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[1] - ends[0] + 1).Select(code => code.ToString("D4", CultureInfo.InvariantCulture));
    }

    private static WeightedTexts ReadStreets(WordFile file)
    {
        if (!file.Has("types"))
            return file.Words("names");

        ImmutableArray<(string Text, long Weight)> types = file.Entries("types");
        return new WeightedTexts(file.Entries("names").SelectMany(name =>
            types.Select(type => ($"{name.Text} {type.Text}", name.Weight * type.Weight))));
    }
}
