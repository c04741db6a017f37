using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Jobs;
using SynthData.Schema;

namespace SynthData;

/// <summary>The tables that a dataset of a job names: whose rows are meant, and whether another dataset writes them as well.</summary>
internal sealed class JobTables(JobDataset written, DatasetSchema schema, DiagnosticBag bag)
{
    /// <summary>Adds the rows that are asked for, and those that earlier days made.</summary>
    public GenerationRequest AddTo(GenerationRequest request)
    {
        request = request with { Rows = Resolve("rows", written.Rows, static rows => rows.Count) };
        return request with { RowsFrom = Resolve("rows_from", written.RowsFrom, rows => rows.Since is null ? rows.Count : Since(rows, request)) };
    }

    /// <summary>Tells of datasets that write the same table of a database, or keep their manifests there by the same name.</summary>
    public static void RefuseShared(IReadOnlyList<PlannedDataset> datasets, DiagnosticBag bag)
    {
        foreach (IGrouping<string, PlannedDataset> sharing in datasets.Where(dataset => dataset.Place.IsDatabase).GroupBy(PlaceOf, StringComparer.Ordinal))
        {
            var writers = new Dictionary<string, PlannedDataset>(StringComparer.Ordinal);
            foreach (PlannedDataset dataset in sharing)
            {
                if (WrittenBy(dataset).FirstOrDefault(writers.ContainsKey) is { } table)
                    bag.Add(JobDiagnostics.SameTable, dataset.Written.At("output"), writers[table].Name, dataset.Name, table, dataset.Target);
                else if (sharing.First(other => other.Plan.Dataset.Name == dataset.Plan.Dataset.Name) is var first && first != dataset)
                    bag.Add(JobDiagnostics.SameName, dataset.Written.At("output"), first.Name, dataset.Name, dataset.Plan.Dataset.Name, dataset.Target);
                foreach (string written in WrittenBy(dataset))
                    writers.TryAdd(written, dataset);
            }
        }
    }

    private static string PlaceOf(PlannedDataset dataset) =>
        dataset.Place.Kind == OutputKind.Sqlite ? Path.GetFullPath(dataset.Place.Path[JobTargets.Sqlite.Length..]) : dataset.Place.Path;

    private static IEnumerable<string> WrittenBy(PlannedDataset dataset) =>
        dataset.Plan.Run.InOrder.Where(table => table.IsWritten).Select(table => table.Name);

    private Dictionary<string, long> Resolve(string key, ImmutableArray<JobRows> all, Func<JobRows, long?> count)
    {
        Dictionary<string, long> resolved = new(StringComparer.Ordinal);
        foreach (JobRows rows in all)
        {
            string[] own = OwnRows.TablesOf(schema);
            string? table = rows.Table ?? (own.Length == 1 ? own[0] : null);
            if (table is not null && count(rows with { Table = table }) is { } number)
                resolved[table] = number;
            else if (table is null)
                bag.Add(JobDiagnostics.RowsNeedTable, rows.Position, key, Print(rows), written.Schema.Written, own.Length == 0 ? "none" : string.Join(", ", own));
        }

        return resolved;
    }

    // As many rows as a day has, for each day before this one.
    private long? Since(JobRows days, GenerationRequest request)
    {
        if (OwnRows.Count(schema, days.Table!, request) is { } daily)
            return checked(days.Count * daily);
        bag.Add(JobDiagnostics.OtherRows, days.Position, written.Name, days.Table);
        return null;
    }

    private static string Print(JobRows rows) => rows.Since is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{{ since: {day:yyyy-MM-dd} }}")
        : rows.Count.ToString(CultureInfo.InvariantCulture);
}
