using System.Text;
using SynthData.Manifest;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases;

/// <summary>The table in which a database keeps the manifests of the datasets it holds: a row a run, the latest with the greatest number.</summary>
internal static class ManifestRows
{
    public const string Table = "synthdata_manifest";

    public const string Create = $"CREATE TABLE {Table} (number INTEGER NOT NULL PRIMARY KEY, dataset TEXT NOT NULL, manifest TEXT NOT NULL)";

    /// <summary>Asks for the manifest of the latest run of a dataset.</summary>
    public static string Latest(string dataset) =>
        $"SELECT manifest FROM {Table} WHERE dataset = {SqlSpelling.Text(dataset)} ORDER BY number DESC LIMIT 1";

    /// <summary>Adds the manifest of a run.</summary>
    public static string Add(RunManifest manifest) =>
        $"INSERT INTO {Table} (number, dataset, manifest) SELECT coalesce(max(number), 0) + 1, {SqlSpelling.Text(manifest.Dataset)}, "
        + $"{SqlSpelling.Text(Encoding.UTF8.GetString(ManifestJson.Print(manifest)))} FROM {Table}";

    /// <summary>Removes the manifests of a dataset whose rows are removed.</summary>
    public static string Remove(string dataset) => $"DELETE FROM {Table} WHERE dataset = {SqlSpelling.Text(dataset)}";
}
