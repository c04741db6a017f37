using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the top of a schema.</summary>
internal static class DatasetReader
{
    private const string What = "the schema";

    internal static readonly string[] Known = ["synthdata", "generator", "name", "about", "locale", "seed", "as_of", "params", "tables"];

    public static DatasetSchema? Read(
        MapNode map, string sha256, ImmutableSortedDictionary<string, string> parameters, SchemaReading reading)
    {
        reading.CheckKeys(map, What, Known);
        Require(map, "synthdata", "1", reading);
        Require(map, "name", "my-dataset", reading);
        Require(map, "tables", "{ … }", reading);

        Version(map["synthdata"], "synthdata", SchemaLimits.NewestLanguage, reading);
        ImmutableArray<TableSchema> tables = ReadTables(map["tables"], reading);
        string? name = ReadName(map["name"], reading);
        var schema = new DatasetSchema
        {
            File = reading.File,
            Sha256 = sha256,
            Name = name ?? "",
            About = reading.Text(map["about"], "'about'"),
            Locale = ReadLocale(map["locale"], reading) ?? "en-US",
            LocalePosition = (map["locale"] ?? map).Position,
            Seed = ReadSeed(map["seed"], reading) ?? 1,
            Generator = Version(map["generator"], "generator", SchemaLimits.NewestGenerator, reading) ?? SchemaLimits.NewestGenerator,
            AsOf = ReadDate(map["as_of"], reading),
            Params = parameters,
            Tables = tables,
            SampleFiles = [.. reading.SampleFiles],
            Files = [.. reading.Files.Union(reading.SampleFiles.Select(sample => sample.File)).Order(StringComparer.Ordinal)],
        };
        return tables.IsEmpty ? null : schema;
    }

    private static void Require(MapNode map, string key, string example, SchemaReading reading)
    {
        if (!map.Has(key))
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, What, key, example);
    }

    private static int? Version(SchemaNode? node, string key, int newest, SchemaReading reading)
    {
        if (reading.Whole(node, $"'{key}'", 1, int.MaxValue) is not { } version)
            return null;
        if (version <= newest)
            return (int)version;
        reading.Report(SchemaDiagnostics.NewerVersion, node!.Position, key, version, newest);
        return null;
    }

    private static string? ReadName(SchemaNode? node, SchemaReading reading)
    {
        if (reading.Text(node, "'name'") is not { } name)
            return null;
        if (name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return name;
        reading.Report(SchemaDiagnostics.BadName, node!.Position, name, "dataset", "small letters, digits and '-' only");
        return null;
    }

    private static string? ReadLocale(SchemaNode? node, SchemaReading reading)
    {
        if (node is null || reading.Scalar(node, "'locale'", "a language tag such as nl-NL") is not { } scalar)
            return null;
        string[] parts = scalar.Text.Split('-');
        if (parts[0].Length >= 2 && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
            return scalar.Text;
        reading.BadLiteral(scalar, "'locale'", "a language tag such as nl-NL");
        return null;
    }

    private static ulong? ReadSeed(SchemaNode? node, SchemaReading reading)
    {
        const string expected = "a whole number of 0 or more";
        if (node is null || reading.Scalar(node, "'seed'", expected) is not { } scalar)
            return null;
        if (Literals.TrySeed(scalar.Text, out ulong seed))
            return seed;
        reading.BadLiteral(scalar, "'seed'", expected);
        return null;
    }

    private static DateOnly? ReadDate(SchemaNode? node, SchemaReading reading)
    {
        if (node is null || reading.Scalar(node, "'as_of'", "a date such as 2025-01-01") is not { } scalar)
            return null;
        if (Literals.TryDate(scalar.Text, out DateOnly date))
            return date;
        reading.Report(SchemaDiagnostics.BadDate, scalar.Position, "'as_of'", scalar.Text);
        return null;
    }

    private static ImmutableArray<TableSchema> ReadTables(SchemaNode? node, SchemaReading reading)
    {
        if (node is null || reading.Map(node, "'tables'", "a map from name to table") is not { } map)
            return [];
        if (map.Entries.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, map.Position, "'tables'", "table");

        var names = new NameRegister(reading, "tables");
        var tables = ImmutableArray.CreateBuilder<TableSchema>();
        foreach (MapEntry entry in map.Entries)
        {
            // What a table holds is read whatever its name, so that all that is wrong is told at once.
            bool isNamed = Names.CheckPlain(entry, "table", reading) && names.Add(entry.Text!, entry.Position);
            if (reading.Map(entry.Value, $"table '{entry.Text}'", "a map with 'rows' and 'columns'") is not { } content)
                continue;
            TableSchema table = new TableReader(entry.Text ?? "…", entry.Position, content, reading).Read();
            tables.Add(isNamed ? table : table with { IsIncomplete = true });
        }

        return tables.ToImmutable();
    }
}
