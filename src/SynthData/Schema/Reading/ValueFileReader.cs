namespace SynthData.Schema.Reading;

/// <summary>Reads where values stand in a file: <c>{ file: cities.csv, column: city, weight: population }</c>.</summary>
internal sealed class ValueFileReader(SchemaReading reading)
{
    /// <summary>Says whether a map names a file and is no map from value to weight: the file's name is no number.</summary>
    public static bool IsFile(SchemaNode node) =>
        node is MapNode map && map["file"] is ScalarNode { IsNull: false } name && !Literals.TryNumber(name.Text, out _);

    /// <param name="isOneColumn">Whether one column is taken, which may have another name in the file.</param>
    public ValueFile? Read(MapNode map, string what, bool isOneColumn)
    {
        int before = reading.Reported;
        reading.CheckKeys(map, what, isOneColumn ? ["file", "column", "weight"] : ["file", "weight"]);
        string? path = reading.Text(map["file"], $"'file' of {what}");
        string? column = reading.Text(map["column"], $"'column' of {what}");
        string? weight = reading.Text(map["weight"], $"'weight' of {what}");
        if (path is not null)
            reading.Files.Add(path);
        return reading.Reported > before || path is null ? null : new ValueFile(path, column is null ? [] : [column], weight, map["file"]!.Position);
    }
}
