using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>The keys of a job file.</summary>
internal static class JobKeys
{
    public const string Version = "synthdata-job";

    public static readonly string[] OfJob = [Version, "name", "about", JobParams.Day, "params", "defaults", "datasets"];

    /// <summary>What may hold for all datasets, and be said again by one.</summary>
    public static readonly string[] OfDefaults =
    [
        "on_failure", "retries", "scale", "set", "seed", JobParams.Day, "strict", "format", "compression", "csv_formula", "threads", "overwrite",
        "create", "truncate", "append", "model", "base_url", "text", "text_rows", "timeout", "replay", "limits",
    ];

    public static readonly string[] OfDataset = ["about", "schema", "output", "needs", "rows", "rows_from", "tables", "journal", .. OfDefaults];

    public static readonly string[] OfLimits =
        ["calls", "tokens", "cost", "price_in", "price_out", "requests_per_minute", "tokens_per_minute", "concurrency", "patience"];

    private static readonly string[] Secrets = ["key", "secret", "password", "passwd", "token", "credentials"];

    /// <summary>Reports keys that are not known; one that would hold a secret is told as such.</summary>
    public static void Check(MapNode map, string what, IReadOnlyCollection<string> known, SchemaReading reading)
    {
        foreach (MapEntry entry in map.Entries.Where(IsSecret))
            reading.Report(JobDiagnostics.LiteralSecret, entry.Position, $"'{entry.Text}' of {what}", "keys of models come from variables such as OPENAI_API_KEY, passwords of databases from PGPASSWORD or PGPASSFILE");
        reading.CheckKeys(map with { Entries = [.. map.Entries.Where(entry => !IsSecret(entry))] }, what, known);
    }

    private static bool IsSecret(MapEntry entry) =>
        entry.Text is { } key && Secrets.Any(secret => key.Equals(secret, StringComparison.OrdinalIgnoreCase) || key.EndsWith($"_{secret}", StringComparison.OrdinalIgnoreCase) || key.Equals($"api{secret}", StringComparison.OrdinalIgnoreCase));
}
