using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>params</c> and puts their values where <c>${name}</c> stands.</summary>
internal static partial class ParamReader
{
    private const string Key = "params";

    public static ImmutableSortedDictionary<string, string> Read(
        SchemaNode? node, IReadOnlyDictionary<string, string> overrides, SchemaReading reading)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        MapNode? map = node is null ? null : reading.Map(node, "'params'", "a map from name to value");
        var names = new NameRegister(reading, "params");
        foreach (MapEntry entry in map?.Entries ?? [])
        {
            if (!Names.CheckPlain(entry, "param", reading) || entry.Text is not { } name || !names.Add(name, entry.Position))
                continue;
            if (overrides.TryGetValue(name, out string? given))
                values[name] = given;
            else if (entry.Value.IsNull)
                reading.Report(SchemaDiagnostics.ParamWithoutValue, entry.Position, name);
            else if (reading.Scalar(entry.Value, $"the param '{name}'") is { } scalar)
                values[name] = scalar.Text;
        }

        List<string> known = [.. (map?.Entries ?? []).Select(entry => entry.Text).OfType<string>()];
        foreach (string name in overrides.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            reading.Report(
                SchemaDiagnostics.UnknownOverride, node?.Position ?? new SourcePosition(reading.File, 1, 1),
                name, Suggestion.For(name, known), Printed(known));
        }

        return values.ToImmutable();
    }

    /// <summary>Replaces <c>${name}</c> in every scalar but the params themselves.</summary>
    public static MapNode Fill(MapNode root, ImmutableSortedDictionary<string, string> values, SchemaReading reading)
    {
        MapEntry? declared = root.Find(Key);
        List<string> known = [.. (declared?.Value as MapNode)?.Entries.Select(entry => entry.Text).OfType<string>() ?? []];
        return root with
        {
            Entries = [.. root.Entries.Select(entry => entry == declared ? entry : new MapEntry(Fill(entry.Key), Fill(entry.Value)))],
        };

        SchemaNode Fill(SchemaNode node) => node switch
        {
            ScalarNode scalar when scalar.Text.Contains("${", StringComparison.Ordinal) =>
                scalar with { Text = Placeholder().Replace(scalar.Text, match => Value(match.Groups[1].Value, match.Value, scalar)) },
            ListNode list => list with { Items = [.. list.Items.Select(Fill)] },
            MapNode map => map with { Entries = [.. map.Entries.Select(entry => new MapEntry(Fill(entry.Key), Fill(entry.Value)))] },
            _ => node,
        };

        string Value(string name, string written, ScalarNode scalar)
        {
            if (values.TryGetValue(name, out string? value))
                return value;
            if (!known.Contains(name))
                reading.Report(SchemaDiagnostics.UnknownParam, scalar.Position, name, Suggestion.For(name, known), Printed(known));
            return written;
        }
    }

    private static string Printed(List<string> known) => known.Count == 0 ? "none" : string.Join(", ", known);

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
