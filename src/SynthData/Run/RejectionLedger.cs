using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Run;

/// <summary>Counts rejected rows and cells by table, code and rule. Thread-safe.</summary>
internal sealed class RejectionLedger
{
    private readonly ConcurrentDictionary<(string Table, string Code, string Rule), long> counts;
    private readonly HashSet<long>? rows;

    public RejectionLedger()
        : this(new(), null)
    {
    }

    private RejectionLedger(ConcurrentDictionary<(string Table, string Code, string Rule), long> counts, HashSet<long>? rows)
    {
        this.counts = counts;
        this.rows = rows;
    }

    /// <summary>This ledger, counting the given rows only: others are made beside them and are counted where they are written.</summary>
    public RejectionLedger Only(HashSet<long> counted) => new(counts, counted);

    public void Count(string table, long row, string code, string rule)
    {
        if (rows is null || rows.Contains(row))
            counts.AddOrUpdate((table, code, rule), 1, (_, count) => count + 1);
    }

    /// <summary>A table's rejections, by code and rule.</summary>
    public ImmutableArray<ManifestRejection> Of(string table) =>
    [
        .. counts.Where(entry => entry.Key.Table == table)
            .OrderBy(entry => entry.Key.Code, StringComparer.Ordinal).ThenBy(entry => entry.Key.Rule, StringComparer.Ordinal)
            .Select(entry => new ManifestRejection(entry.Key.Code, entry.Key.Rule, entry.Value)),
    ];
}
