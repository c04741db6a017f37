using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Compares two manifests in what was asked for: everything but tables, part, tool and the model's totals.</summary>
internal static class ManifestDifference
{
    /// <summary>Names the first key in which they differ, with both values, or gives null.</summary>
    public static string? Between(RunManifest found, RunManifest wanted)
    {
        IEnumerable<(string Key, string Found, string Wanted)> pairs =
            Facts(found).Zip(Facts(wanted), (left, right) => (left.Key, left.Value, right.Value));
        foreach ((string key, string foundValue, string wantedValue) in pairs)
        {
            if (foundValue != wantedValue)
                return $"{key} ({foundValue}, not {wantedValue})";
        }

        return null;
    }

    private static IEnumerable<(string Key, string Value)> Facts(RunManifest manifest) =>
    [
        ("name", manifest.Dataset),
        ("generator", $"{manifest.Generator}"),
        ("schema", manifest.SchemaSha256),
        ("knowledge", manifest.KnowledgeSha256 ?? "none"),
        ("params", Print(manifest.Params)),
        ("seed", FormattableString.Invariant($"{manifest.Seed}")),
        ("as_of", manifest.AsOf is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : "none"),
        ("format", manifest.Options.Format),
        ("compression", manifest.Options.Compression ?? "none"),
        ("csvFormula", manifest.Options.CsvFormula ?? "none"),
        ("create", manifest.Options.Create ? "yes" : "no"),
        ("rows", Print(manifest.Options.Rows)),
        ("rowsFrom", Print(manifest.Options.RowsFrom)),
        ("scale", FormattableString.Invariant($"{manifest.Options.Scale / 1.0000000000000000000000000000m}")),
        ("tables", manifest.Options.Tables.IsEmpty ? "all" : string.Join(",", manifest.Options.Tables)),
        ("text", manifest.Options.Text ?? "none"),
        ("textRows", FormattableString.Invariant($"{manifest.Options.TextRows}") is { Length: > 0 } textRows ? textRows : "none"),
        ("model", manifest.Options.Model ?? "none"),
        ("shard", manifest.Shard is { } shard ? FormattableString.Invariant($"{shard.Number}/{shard.Of}") : "none"),
    ];

    private static string Print<T>(ImmutableSortedDictionary<string, T> map) =>
        map.IsEmpty ? "none" : string.Join(",", map.Select(pair => FormattableString.Invariant($"{pair.Key}={pair.Value}")));
}
