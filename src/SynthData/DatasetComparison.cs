using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Output;

namespace SynthData;

/// <summary>Makes a dataset again without writing it and compares its cells with the dataset that stands at a target, in whatever format.</summary>
internal static class DatasetComparison
{
    /// <summary>Compares tables, row counts, content hashes and the files' own hashes.</summary>
    /// <exception cref="GenerationException">There is no manifest at the target (SD5031), or rows cannot be made.</exception>
    public static async Task<CheckReport> RunAsync(GenerationPlan plan, OutputTarget target, RunOptions options, CancellationToken cancellationToken)
    {
        ManifestShard? part = plan.Request.Shard is { } shard ? new ManifestShard(shard.Number, shard.Of) : null;
        DatasetLayout layout = DatasetLayout.For(target, part);
        RunManifest found = ExistingDataset.Read(layout) ?? throw new GenerationException(OutputDiagnostics.NothingToCheck.At(null, layout.ManifestPath));

        RunManifest made = (await plan.RunAsync(OutputTarget.Stream(Stream.Null), options, cancellationToken)).Manifest;
        var tables = ImmutableArray.CreateBuilder<CheckedTable>();
        foreach (string table in made.Tables.Concat(found.Tables).Select(table => table.Name).Distinct(StringComparer.Ordinal))
        {
            var findings = ImmutableArray.CreateBuilder<Diagnostic>();
            if (Difference(Find(found, table), Find(made, table)) is { } difference)
                findings.Add(OutputDiagnostics.TableDiffers.At(null, table, layout.Target, difference));
            foreach (ManifestFile file in Find(found, table)?.Files ?? [])
            {
                if (await ExistingDataset.DamageOfAsync(layout.Folder, file, cancellationToken) is { } damage)
                    findings.Add(OutputDiagnostics.FileDamaged.At(null, Path.Combine(layout.Folder, file.Path), damage));
            }

            tables.Add(new CheckedTable(table, findings.ToImmutable()));
        }

        return new CheckReport(made, tables.ToImmutable());
    }

    private static ManifestTable? Find(RunManifest manifest, string table) => manifest.Tables.FirstOrDefault(one => one.Name == table);

    private static string? Difference(ManifestTable? found, ManifestTable? made) => (found, made) switch
    {
        (null, _) => "it is not there",
        (_, null) => "it is there, but not made",
        _ when found.Rows != made.Rows => FormattableString.Invariant($"it has {found.Rows} rows, not {made.Rows}"),
        _ when ColumnsOf(found) != ColumnsOf(made) => $"its columns are {ColumnsOf(found)}, not {ColumnsOf(made)}",
        _ when found.Content != made.Content => "its cells differ",
        _ => null,
    };

    private static string ColumnsOf(ManifestTable table) => string.Join(", ", table.Columns.Select(column => column.Name));
}

/// <summary>How a dataset compares with what its schema makes.</summary>
/// <param name="Made">What the schema makes now.</param>
/// <param name="Tables">The tables that are made or there.</param>
internal sealed record CheckReport(RunManifest Made, ImmutableArray<CheckedTable> Tables)
{
    /// <summary>Tables and files that differ.</summary>
    public ImmutableArray<Diagnostic> Findings => [.. Tables.SelectMany(table => table.Findings)];
}

/// <summary>How a table and its files differ from what the schema makes; without findings they do not.</summary>
internal sealed record CheckedTable(string Name, ImmutableArray<Diagnostic> Findings);
