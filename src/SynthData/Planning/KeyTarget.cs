using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Says whether columns of a table name one row: its key, a unique column, or columns that a rule makes unique together.</summary>
internal static class KeyTarget
{
    /// <summary>Tells of a target that several rows may have.</summary>
    public static void Check(PlanDraft plan, TableDraft parent, IReadOnlyList<ReferenceTarget> targets)
    {
        string[] names = [.. targets.Select(target => target.Column)];
        foreach (CellDraft cell in names.Select(parent.Find).OfType<CellDraft>())
            plan.Bind(parent, cell);
        if (!IsKey(parent, names))
            plan.Bag.Add(PlanDiagnostics.TargetIsNoKey, targets[0].Position, parent.Name, string.Join(", ", names));
    }

    private static bool IsKey(TableDraft parent, string[] names) =>
        names.Any(name => parent.Find(name) is { Source: null })
        || (names.All(name => parent.Find(name) is { Column: { When: null, Nulls: null } }) && NamesOneRow(parent, names));

    private static bool NamesOneRow(TableDraft parent, string[] names) =>
        names.Any(name => parent.Find(name) is { IsUnique: true })
        || parent.References.Any(reference => reference.Column.IsUnique && reference.Column.Names.All(names.Contains))
        || (parent.Schema.Key.Length > 0 && parent.Schema.Key.All(names.Contains))
        || parent.Schema.Rules.OfType<UniqueRule>().Any(rule => rule.Columns.All(names.Contains));
}
