using System.Globalization;
using System.Text;
using SynthData.Manifest;
using SynthData.Rules.Sql;

namespace SynthData.Output.Databases;

/// <summary>Compares what a database holds with what a run would write into it.</summary>
internal static class DatabaseState
{
    /// <summary>Compares the manifest of the dataset's latest run, and the numbers of rows.</summary>
    /// <remarks>Rows of a database may be changed by anybody, so that a manifest proves less here than beside files; rows that came or went are seen.</remarks>
    public static async Task<DatasetState> FindAsync(IDatabase database, DatabaseRequest request, CancellationToken cancellationToken)
    {
        bool hasManifests = !(await database.ColumnsOfAsync(ManifestRows.Table, cancellationToken)).IsEmpty;
        if (!hasManifests || await database.AskAsync(ManifestRows.Latest(request.Run.Dataset), cancellationToken) is not { } json)
            return DatasetState.None;
        RunManifest before = ManifestReader.Read(Encoding.UTF8.GetBytes(json), $"{database.Place} ({ManifestRows.Table})");
        string? difference = ManifestDifference.Between(before, request.Run) is { } key ? $"it differs in {key}" : null;
        foreach (ManifestTable table in before.Tables.Where(_ => difference is null))
        {
            bool isThere = !(await database.ColumnsOfAsync(table.Name, cancellationToken)).IsEmpty;
            long rows = isThere ? await database.CountAsync(table.Name, cancellationToken) : 0;
            bool mayHoldMore = request.Options.Existing == ExistingRows.Append && rows > table.Rows;
            if (rows != table.Rows && !mayHoldMore)
                difference = FormattableString.Invariant($"table '{table.Name}' has {rows} rows, not {table.Rows}");
        }

        return new DatasetState(before, difference);
    }

    public static async Task<long> CountAsync(this IDatabase database, string table, CancellationToken cancellationToken) =>
        long.Parse((await database.AskAsync($"SELECT count(*) FROM {SqlSpelling.Name(table)}", cancellationToken))!, CultureInfo.InvariantCulture);
}
