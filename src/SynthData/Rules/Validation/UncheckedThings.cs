using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Rules.Validation;

/// <summary>What could not be checked, by table and reason, each said once.</summary>
internal sealed class UncheckedThings
{
    private readonly List<(string Table, string Reason, List<string> Things)> groups = [];

    public void Add(string table, string reason, string thing)
    {
        List<string>? things = groups.Find(group => group.Table == table && group.Reason == reason).Things;
        if (things is null)
            groups.Add((table, reason, things = []));
        if (!things.Contains(thing))
            things.Add(thing);
    }

    public ImmutableArray<Diagnostic> Report() =>
        [.. groups.Select(group => DataDiagnostics.NotChecked.At(null, group.Table, group.Reason, string.Join(", ", group.Things)))];
}
