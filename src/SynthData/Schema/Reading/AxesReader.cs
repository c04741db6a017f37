using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the axes of a table: hidden columns, and the names of columns that are shown.</summary>
internal sealed class AxesReader(string table, SchemaReading reading)
{
    private static readonly string[] Unfit = ["prompt", "fallback", "references", "tuples", "hidden", "unique", "to", "length", "faults", "orphans", "similarity"];

    private readonly string what = $"'axes' of table '{table}'";

    /// <returns>The axes, and the columns they add; null and none where nothing is written.</returns>
    public (AxesSchema? Axes, ImmutableArray<ColumnSchema> Drawn) Read(SchemaNode? node, ImmutableArray<ColumnSchema> columns)
    {
        if (node is null || reading.Map(node, what, "a map from name to a list of values, a map from value to weight, a source, or true for a column") is not { } map)
            return (null, []);
        var register = new NameRegister(reading, what);
        ImmutableArray<AxisName>.Builder names = ImmutableArray.CreateBuilder<AxisName>();
        ImmutableArray<ColumnSchema>.Builder drawn = ImmutableArray.CreateBuilder<ColumnSchema>();
        foreach (MapEntry entry in map.Entries)
        {
            if (!Names.CheckPlain(entry, "axis", reading) || !register.Add(entry.Text!, entry.Position))
                continue;
            if (entry.Value is ScalarNode { Text: "true", IsQuoted: false } ? IsColumn(entry, columns) : IsFree(entry, columns) && Draw(entry, drawn))
                names.Add(new AxisName(entry.Text!, entry.Position));
        }

        return (new AxesSchema(names.DrainToImmutable()), drawn.DrainToImmutable());
    }

    private bool IsColumn(MapEntry entry, ImmutableArray<ColumnSchema> columns)
    {
        string name = entry.Text!;
        ColumnSchema? shown = columns.FirstOrDefault(column => column.Names.Contains(name));
        string[] known = [.. columns.SelectMany(column => column.Names)];
        if (shown is null)
            reading.Report(SchemaDiagnostics.UnknownColumn, entry.Position, what, name, table, Suggestion.For(name, known), string.Join(", ", known));
        else if (shown.Source is PromptSource)
            reading.Report(VarietyDiagnostics.UnfitAxis, entry.Position, name, table, "prompt");
        return shown is { Source: not PromptSource };
    }

    private bool IsFree(MapEntry entry, ImmutableArray<ColumnSchema> columns)
    {
        if (columns.SelectMany(column => column.Names).FirstOrDefault(column => string.Equals(column, entry.Text, StringComparison.OrdinalIgnoreCase)) is not { } taken)
            return true;
        reading.Report(VarietyDiagnostics.AxisIsColumn, entry.Position, entry.Text, table, taken);
        return false;
    }

    private bool Draw(MapEntry entry, ImmutableArray<ColumnSchema>.Builder drawn)
    {
        int before = reading.Reported;
        string name = entry.Text!;
        string axis = $"axis '{name}' of table '{table}'";
        ColumnSchema? column = entry.Value switch
        {
            MapNode map when IsSource(map) => ReadColumn(name, entry, map),
            ListNode or MapNode => ReadValues(entry, axis),
            _ => null,
        };
        if (column is null && reading.Reported == before)
            reading.WrongShape(entry.Value, axis, "a list of values, a map from value to weight, a source such as { range: [1, 5] }, or true for a column");
        if (column is null)
            return false;
        drawn.Add(column with { IsHidden = true, IsAxis = true, IsIncomplete = reading.Reported > before });
        return true;
    }

    // A map whose values are all weights is one of values, unless a key of it is that of a source.
    private static bool IsSource(MapNode map) =>
        !ValueFileReader.IsFile(map) && map.Entries.Any(entry => entry.Value is not ScalarNode || (entry.Text is { } key && (key is "distribution" or "given" || ColumnKeys.Sources.Contains(key))));

    private ColumnSchema? ReadColumn(string name, MapEntry entry, MapNode map)
    {
        MapEntry? unfit = map.Entries.FirstOrDefault(one => one.Text is { } key && Unfit.Contains(key))
            ?? (map.Has("semantic") && !map.Has("of") ? map.Find("values") : null);     // weights would move the row's own person
        if (unfit is null)
            return new ColumnReader(table, [name], entry, reading).Read(isListed: false);
        reading.Report(VarietyDiagnostics.UnfitAxis, unfit.Position, name, table, unfit.Text);
        return null;
    }

    private ColumnSchema? ReadValues(MapEntry entry, string axis) => new ValuesReader(reading).Read(entry.Value, axis) is { } values
        ? new ColumnSchema
        {
            Names = [entry.Text!],
            Position = entry.Position,
            Source = new ValuesSource(new GivenOption<ValueList>([], values, entry.Value.Position), false, entry.Value.Position),
        }
        : null;
}
