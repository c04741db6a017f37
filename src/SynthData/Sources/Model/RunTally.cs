using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Counts the replies used and the rows and cells rejected. Thread-safe.</summary>
internal sealed class RunTally(string model)
{
    private readonly Lock gate = new();
    private readonly HashSet<long> used = [];
    private readonly Dictionary<string, SortedDictionary<(string Code, string Rule), long>> rejected = new(StringComparer.Ordinal);
    private long tokensIn;
    private long tokensOut;

    public ManifestModel Totals
    {
        get
        {
            lock (gate)
                return new ManifestModel(model, used.Count, tokensIn, tokensOut);
        }
    }

    public IReadOnlyDictionary<string, ImmutableArray<ManifestRejection>> Rejected
    {
        get
        {
            lock (gate)
            {
                return rejected.ToDictionary(
                    table => table.Key,
                    table => table.Value.Select(entry => new ManifestRejection(entry.Key.Code, entry.Key.Rule, entry.Value)).ToImmutableArray(),
                    StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Counts a reply, the first time it serves, and the rows in it that nobody asked for.</summary>
    public void Use(Reply reply, string table)
    {
        lock (gate)
        {
            if (!used.Add(reply.Number))
                return;
            tokensIn += reply.TokensIn;
            tokensOut += reply.TokensOut;
            var seen = new HashSet<long>();
            foreach (ReplyRow row in reply.Rows.Rows)
            {
                if (!reply.AskedIds.Contains(row.Id))
                    Count(table, ModelDiagnostics.RowNotAsked.Code, "id");
                else if (!seen.Add(row.Id))
                    Count(table, ModelDiagnostics.RowTwice.Code, "id");
            }
        }
    }

    public void Reject(string table, SlotProblem problem)
    {
        lock (gate)
            Count(table, problem.Code, problem.Rule);
    }

    private void Count(string table, string code, string rule)
    {
        if (!rejected.TryGetValue(table, out SortedDictionary<(string Code, string Rule), long>? counts))
            rejected.Add(table, counts = new SortedDictionary<(string Code, string Rule), long>(ByCodeThenRule));
        counts[(code, rule)] = counts.GetValueOrDefault((code, rule)) + 1;
    }

    private static readonly Comparer<(string Code, string Rule)> ByCodeThenRule = Comparer<(string Code, string Rule)>.Create((a, b) =>
        string.CompareOrdinal(a.Code, b.Code) is var order and not 0 ? order : string.CompareOrdinal(a.Rule, b.Rule));
}
