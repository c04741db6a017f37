using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a source that is a part of a column: a case or a fallback. Modifiers of the column have no place in it.</summary>
internal sealed class PartReader(SchemaReading reading)
{
    public SourceSchema? Read(MapNode map, SourceScope scope, params string[] alsoKnown)
    {
        int before = reading.Reported;
        reading.CheckKeys(map, scope.What, [.. ColumnKeys.All, .. alsoKnown]);
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is "references" or "prompt" or "series" or "tuples")
                reading.Report(SchemaDiagnostics.Later, entry.Position, $"'{entry.Text}' in {scope.What}");
            if (entry.Text is { } key && ColumnKeys.OfColumn.Contains(key) && !alsoKnown.Contains(key))
                reading.Report(SchemaDiagnostics.NotInCase, entry.Position, scope.What, key);
        }

        if (reading.Reported > before)
            return null;
        var options = new OptionReader(reading, scope.What, GivenColumns.Read(map["given"], scope.What, reading));
        SourceSchema? source = new SourceReader(reading).Read(map, scope, options);
        if (source is null && reading.Reported == before)
            reading.Report(SchemaDiagnostics.MissingKey, scope.Position, scope.What, "source", "…', such as 'constant: x");
        return source;
    }
}
