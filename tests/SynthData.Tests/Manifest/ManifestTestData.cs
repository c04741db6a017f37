using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Tests.Manifest;

internal static class ManifestTestData
{
    public static RunManifest Empty => new()
    {
        Dataset = "shop",
        Generator = 1,
        Tool = "0.1.0",
        SchemaSha256 = new string('a', 64),
        Params = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        Seed = 42,
        Options = new ManifestOptions("csv", null, "keep", ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal), 1, [], null, null),
        Tables = [],
    };

    public static RunManifest Full => Empty with
    {
        KnowledgeSha256 = new string('b', 64),
        Params = Empty.Params.Add("day", "2025-01-01").Add("\uFF5E", "after").Add("🚲", "\"last\""),
        Seed = ulong.MaxValue,
        AsOf = new DateOnly(2025, 1, 1),
        Options = new ManifestOptions("parquet", "zstd:fastest", null, Empty.Options.Rows.Add("orders", 50), 1.50m, ["orders"], "row", "openai/x"),
        Shard = new ManifestShard(2, 8),
        Tables =
        [
            new ManifestTable(
                "orders",
                3,
                1,
                "0000000000000000000000000000002a",
                [new ManifestColumn("id", "int64", "sequence"), new ManifestColumn("total", "decimal(2)", "expr")],
                [new ManifestFile("orders.2-of-8.parquet", "parquet", 3, 120, new string('c', 64))],
                [new ManifestRejection("SD4001", "total > 0", 7)],
                1),
        ],
        Model = new ManifestModel("openai/x", 3, 1000, 200),
    };
}
