using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Makes one dataset of the parts that shards left in a folder, and removes the parts once it is complete.</summary>
internal static class DatasetMerge
{
    /// <param name="folder">The folder of the parts.</param>
    /// <param name="formatOf">Opens the format that options name.</param>
    /// <param name="probe">Told of the steps of the commit; for tests.</param>
    /// <exception cref="GenerationException">SD5005, SD5008, SD5009, SD5020–SD5024 and those of writing.</exception>
    public static async Task<RunManifest> RunAsync(
        string folder, Func<ManifestOptions, ITableFormat> formatOf, CancellationToken cancellationToken, Action<CommitStep>? probe = null)
    {
        ShardSet parts = ShardSet.Read(folder);
        ITableFormat format = formatOf(parts.First.Options);
        List<StagingFolder> locks = [];
        try
        {
            locks.AddRange(parts.Layouts.Select(StagingFolder.Acquire));
            RunManifest merged = parts.Merge();
            DatasetRequest request = new(OutputTarget.Folder(folder), format, merged, [.. merged.Tables.Select(table => table.Name)])
            {
                Probe = probe,
            };
            await using DatasetWriter writer = await DatasetWriter.OpenAsync(request, cancellationToken);
            if (writer.State.Manifest is { } found && writer.State.IsComplete && HasSameContent(found, merged))
            {
                parts.Remove();
                return found;
            }

            await parts.CheckFilesAsync(cancellationToken);
            merged = merged with { Tables = await JoinAsync(writer, parts, merged, cancellationToken) };
            writer.Commit(merged, cancellationToken);
            parts.Remove();
            return merged;
        }
        finally
        {
            locks.ForEach(held => held.Dispose());
        }
    }

    private static async Task<ImmutableArray<ManifestTable>> JoinAsync(
        DatasetWriter writer, ShardSet parts, RunManifest merged, CancellationToken cancellationToken)
    {
        var tables = ImmutableArray.CreateBuilder<ManifestTable>(merged.Tables.Length);
        for (int index = 0; index < merged.Tables.Length; index++)
        {
            ManifestTable table = merged.Tables[index];
            TableLayout layout = new(table.Name, [.. table.Columns.Select(column => new BatchColumn(column.Name, TypeOf(column)))]);
            ManifestFile file = await writer.ConcatenateAsync(layout, table.Rows, parts.FilesOf(index), cancellationToken);
            tables.Add(table with { Files = [file] });
        }

        return tables.MoveToImmutable();
    }

    private static ColumnType TypeOf(ManifestColumn column) =>
        ColumnType.TryParse(column.Type, out ColumnType? type) ? type.Value : throw new InvalidOperationException($"'{column.Type}' is no type.");

    private static bool HasSameContent(RunManifest found, RunManifest merged) =>
        found.Tables.Select(table => (table.Name, table.Rows, table.Content))
            .SequenceEqual(merged.Tables.Select(table => (table.Name, table.Rows, table.Content)));
}
