using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Rules.Validation;

/// <summary>What was checked of each table, and what could not be and why, each thing once and in the order met.</summary>
internal sealed class CheckLedger
{
    private readonly List<(string Table, string Reason, List<string> Things)> groups = [];
    private readonly Dictionary<string, OrderedDictionary<string, string?>> byTable = new(StringComparer.Ordinal);

    /// <summary>Notes that a thing, such as <c>rule 'no_bulk_bikes'</c>, is checked.</summary>
    public void Checked(string table, string thing) => ThingsOf(table).TryAdd(thing, null);

    /// <summary>Notes that a thing is not checked, or only in part, because of a reason.</summary>
    public void Unchecked(string table, string reason, string thing)
    {
        OrderedDictionary<string, string?> known = ThingsOf(table);
        known[thing] = known.GetValueOrDefault(thing) ?? reason;
        List<string>? things = groups.Find(group => group.Table == table && group.Reason == reason).Things;
        if (things is null)
            groups.Add((table, reason, things = []));
        if (!things.Contains(thing))
            things.Add(thing);
    }

    /// <summary>The things of a table, with the reason for those that were not checked.</summary>
    public IEnumerable<(string Thing, string? Reason)> Of(string table) => ThingsOf(table).Select(pair => (pair.Key, pair.Value));

    public ImmutableArray<Diagnostic> Report() =>
        [.. groups.Select(group => DataDiagnostics.NotChecked.At(null, group.Table, group.Reason, string.Join(", ", group.Things)))];

    private OrderedDictionary<string, string?> ThingsOf(string table)
    {
        if (!byTable.TryGetValue(table, out OrderedDictionary<string, string?>? things))
            byTable[table] = things = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        return things;
    }
}
