using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Manifest;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Counts the replies used, the rows accepted, and the rows and cells rejected. Thread-safe.</summary>
/// <param name="known">The number of the last record that was in the journal before the run.</param>
internal sealed class RunTally(string model, long known)
{
    private readonly Lock gate = new();
    private readonly HashSet<long> used = [];
    private readonly List<TableCounts> tables = [];
    private CallFigures all;
    private CallFigures fromJournal;

    /// <summary>Totals of the replies used, as a replay tells them too.</summary>
    public ManifestModel Totals
    {
        get
        {
            lock (gate)
                return new ManifestModel(model, all.Calls, all.TokensIn, all.TokensOut);
        }
    }

    public (CallFigures All, CallFigures FromJournal) Used
    {
        get
        {
            lock (gate)
                return (all, fromJournal);
        }
    }

    public ImmutableArray<TableFigures> Tables
    {
        get
        {
            lock (gate)
                return [.. tables.Select(table => table.Figures with { Rejected = table.Rejected })];
        }
    }

    public IReadOnlyDictionary<string, ImmutableArray<ManifestRejection>> Rejected
    {
        get
        {
            lock (gate)
                return tables.Where(table => !table.Rejected.IsEmpty).ToDictionary(table => table.Figures.Table, table => table.Rejected, StringComparer.Ordinal);
        }
    }

    /// <summary>Counts a reply, the first time it serves, and the rows in it that nobody asked for.</summary>
    public void Use(Reply reply, string table)
    {
        lock (gate)
        {
            if (!used.Add(reply.Number))
                return;
            var figures = new CallFigures(1, reply.TokensIn, reply.TokensOut, reply.TokensCached);
            all += figures;
            if (reply.Number <= known)
                fromJournal += figures;
            TableCounts counts = CountsOf(table);
            counts.Figures = counts.Figures with { Used = counts.Figures.Used + figures };
            var seen = new HashSet<long>();
            foreach (ReplyRow row in reply.Rows.Rows)
            {
                if (!reply.AskedIds.Contains(row.Id))
                    counts.Reject(ModelDiagnostics.RowNotAsked.Code, "id");
                else if (!seen.Add(row.Id))
                    counts.Reject(ModelDiagnostics.RowTwice.Code, "id");
            }
        }
    }

    public void Reject(string table, SlotProblem problem)
    {
        lock (gate)
            CountsOf(table).Reject(problem.Code, problem.Rule);
    }

    /// <summary>Counts rows that are about to be asked or looked up.</summary>
    public void Ask(string table, int rows)
    {
        lock (gate)
        {
            TableCounts counts = CountsOf(table);
            counts.Figures = counts.Figures with { Asked = counts.Figures.Asked + rows };
        }
    }

    /// <summary>Counts rows that have become right, or, below zero, are so no more.</summary>
    public void Accept(string table, int rows)
    {
        lock (gate)
        {
            TableCounts counts = CountsOf(table);
            counts.Figures = counts.Figures with { Accepted = counts.Figures.Accepted + rows };
        }
    }

    /// <summary>Counts the rows of a wave that is done, right or not.</summary>
    /// <param name="filled">Those that were given fallbacks.</param>
    public void Settle(string table, ImmutableArray<SlotState> slots, ImmutableArray<SlotState> filled)
    {
        SlotOutcome[] outcomes =
        [
            .. slots.Where(slot => slot.Asks > 0)
                .Select(slot => new SlotOutcome(slot.Asks, slot is { IsRight: true, Asks: 1, Redraws: 0 }, slot.IsRight && filled.Contains(slot))),
        ];
        lock (gate)
        {
            TableCounts counts = CountsOf(table);
            counts.Figures = counts.Figures.With(outcomes);
        }
    }

    private TableCounts CountsOf(string table)
    {
        if (tables.Find(counts => counts.Figures.Table == table) is { } known)
            return known;
        var counts = new TableCounts(table);
        tables.Add(counts);
        return counts;
    }

    private sealed class TableCounts(string table)
    {
        private static readonly Comparer<(string Code, string Rule)> ByCodeThenRule = Comparer<(string Code, string Rule)>.Create((a, b) =>
            string.CompareOrdinal(a.Code, b.Code) is var order and not 0 ? order : string.CompareOrdinal(a.Rule, b.Rule));

        private readonly SortedDictionary<(string Code, string Rule), long> rejected = new(ByCodeThenRule);

        public TableFigures Figures { get; set; } = new(table, 0, 0, 0, 0, 0, 0, default, []);

        public ImmutableArray<ManifestRejection> Rejected => [.. rejected.Select(entry => new ManifestRejection(entry.Key.Code, entry.Key.Rule, entry.Value))];

        public void Reject(string code, string rule) => rejected[(code, rule)] = rejected.GetValueOrDefault((code, rule)) + 1;
    }
}
