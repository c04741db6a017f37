using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>faults</c> and <c>orphans</c>: whether a column can have the kind at all, so that it can be told from what is right.</summary>
internal sealed class FaultBinder(PlanDraft plan, TableDraft table, RuleBinder rules)
{
    public void Bind()
    {
        foreach (ColumnSchema column in table.Schema.Columns)
        {
            if (column.Faults is { } faults && table.Find(column.Name) is { Source: not null, Type: not null } cell && table.Find(faults.Label) is { } label)
                Bind(column, cell, faults, label);
        }

        foreach (CellDraft label in table.Cells.Where(cell => cell.Source is FaultLabelCells))
            RefuseReaders(label);
    }

    private void Bind(ColumnSchema column, CellDraft cell, FaultsSchema faults, CellDraft label)
    {
        string name = $"{table.Name}.{column.StreamName}";
        int before = plan.Bag.Count;
        if (WhyNone(column, cell) is var (why, instead))
            plan.Bag.Add(ListDiagnostics.FaultsRefused, faults.Position, name, why, instead);
        foreach (FaultShare share in faults.Kinds.Where(_ => plan.Bag.Count == before))
        {
            if (WhyNot(share.Kind, column, cell) is { } reason)
            {
                string others = string.Join(", ", Enum.GetValues<FaultKind>().Where(kind => WhyNot(kind, column, cell) is null).Select(FaultKinds.NameOf));
                plan.Bag.Add(ListDiagnostics.FaultDoesNotFit, share.Position, name, FaultKinds.NameOf(share.Kind), reason, others.Length > 0 ? others : "no kind at all");
            }
        }

        if (faults.IsExact && plan.Bag.Count == before && WhyNotExact(cell, faults) is { } notExact)
            plan.Bag.Add(ListDiagnostics.FaultsRefused, faults.Position, name, notExact, "Remove `exact`; the shares are then drawn.");
        if (plan.Bag.Count > before)
            return;

        bool isShared = table.Schema.Columns.Count(other => other.Faults?.Label == faults.Label) > 1;
        ImmutableArray<decimal> weights = [.. faults.Kinds.Select(kind => kind.Share), 1 - faults.Kinds.Sum(kind => kind.Share)];
        ExactCut? exact = faults.IsExact ? new ExactCut(Stream(cell), null, [weights]) : null;
        cell.Faults = new FaultsPlan(faults.Kinds, label.Slot, isShared ? column.Name : null, exact);
        cell.Detail += $"{(cell.Detail.Length > 0 ? ", " : "")}faults marked in {faults.Label}";
    }

    /// <summary>The stream that a column's faults are drawn from.</summary>
    public static string Stream(CellDraft cell) => $"{cell.Stream}#faults";

    private (string Why, string Instead)? WhyNone(ColumnSchema column, CellDraft cell)
    {
        if (column.IsHidden)
            return ("is hidden, so nobody would see them", "Show the column, or remove its faults.");
        if (ReferringTo(column) is { } other)
            return ($"is what '{other}' refers to, whose rows would become wrong without a mark", "Make the reference faulty instead, with `orphans`.");
        if (cell.Source is RangeCells { IsOrdered: true } or TimeSeriesCells)
            return ("is in order along the rows of a parent, which its neighbours would no longer be", "Make another column faulty, or remove `ordered`.");
        if (AggregatedBy(cell) is { } parent)
            return ($"is folded into '{parent}', which would become wrong without a mark", "Make another column faulty.");
        if (cell.Source is LookupCells lookup && lookup.RowSlot == table.Per?.RowSlot && table.Cells.Any(one => one is { Column: not null, Source: PositionCells }))
            return ("holds the `per` parent, within which another column counts", "Make another reference faulty.");
        if (column.Names.Length > 1 && column.Source is not ReferenceSource)
            return ("stands together with others", "Make faults in a column that has its own line.");
        return cell.Source is PositionCells ? ("counts the rows of a parent", "Make another column faulty.") : null;
    }

    // An aggregate reads its argument, and who the children's parent is.
    private string? AggregatedBy(CellDraft cell) => plan.Tables.FirstOrDefault(parent => parent.Cells.Any(other =>
        other.Source is AggregateCells aggregate && aggregate.ChildTable == table.Index
        && (aggregate.ChildSlots.Contains(cell.Slot) || (cell.Source is LookupCells lookup && lookup.RowSlot == table.Per?.RowSlot))))?.Name;

    private string? ReferringTo(ColumnSchema column) => plan.Schema.Tables
        .SelectMany(other => other.Columns.Select(reader => (Name: $"{other.Name}.{reader.Name}", Targets: Targets(reader))))
        .FirstOrDefault(reader => reader.Targets.Any(target => target.Table == table.Name && column.Names.Contains(target.Column))).Name;

    private static IEnumerable<ReferenceTarget> Targets(ColumnSchema column) =>
        (column.Source is ReferenceSource reference ? reference.Targets : []).Concat(column.To is { } to ? [to] : []);

    private string? WhyNot(FaultKind kind, ColumnSchema column, CellDraft cell) => kind switch
    {
        FaultKind.Orphan => cell.Source is LookupCells lookup ? OrphanKeys.WhyNot(table, lookup, column) : "it refers to no table",
        _ when column.Names.Length > 1 => "it is one of several columns that stand together",
        FaultKind.Null => CanBeNull(cell) ? "it can be null rightly, so a null could not be told from a fault" : null,
        FaultKind.Blank or FaultKind.Whitespace or FaultKind.Case or FaultKind.Typo or FaultKind.Truncated =>
            cell.Source is LookupCells ? "it is a reference, whose faults are orphans" : cell.Type!.Value.Kind == ColumnKind.String ? null : $"its type is {cell.Type}, and a fault keeps the type",
        FaultKind.Malformed => cell is { Source: PatternCells, Type.Kind: ColumnKind.String } ? null : "it has no pattern",
        FaultKind.Unlisted => cell.Source is not CategoryCells category ? "it has no list of values"
            : UnlistedValues.Of(category.Values, cell.Type!.Value).Count == 0 ? $"there is no other value of {cell.Type} to take" : null,
        FaultKind.OutOfRange => cell.Source is RangeCells range && range.Ranges.All(one => !one.IsOpen) && cell.Type!.Value.Kind != ColumnKind.Time ? null : "it has no range",
        FaultKind.Outlier => cell.Source is RangeCells range && range.Ranges.All(one => !one.IsOpen) && cell.Type!.Value.IsNumeric ? null : "it has no range of numbers",
        _ => !(cell.IsUnique || (cell.IsKey && table.Schema.Key.Length == 1)) ? "it is not unique" : cell.Column?.Source is PromptSource ? "it is a prompt" : null,
    };

    private bool CanBeNull(CellDraft cell) => cell.Source switch
    {
        LookupCells lookup => table.Cells[lookup.RowSlot] is { When: not null } or { Nulls: not null } or { Source: ReferenceRowCells { IsEarlier: true } },
        CategoryCells category => IsOptional(cell) || category.Values.Cells.States.Contains(CellState.Null),
        CasesCells cases => IsOptional(cell) || cases.Cases[^1].When is not null,
        _ => IsOptional(cell),
    };

    private static bool IsOptional(CellDraft cell) => cell.When is not null || cell.Nulls is not null;

    // A share is met to the row only where every row can have the fault.
    private string? WhyNotExact(CellDraft cell, FaultsSchema faults)
    {
        FaultShare? some = faults.Kinds.FirstOrDefault(share => share.Kind is not (FaultKind.Null or FaultKind.Unlisted or FaultKind.OutOfRange or FaultKind.Outlier or FaultKind.Orphan));
        return some is not null ? $"cannot meet its share exactly: not every value takes '{FaultKinds.NameOf(some.Kind)}'"
            : CanBeNull(cell) ? "cannot meet its share exactly: nulls take no fault"
            : cell.Pins is not null ? "cannot meet its share exactly: cells that the schema gives take no fault"
            : null;
    }

    // A label is known when a row is written, and rows are made and checked before.
    private void RefuseReaders(CellDraft label)
    {
        foreach (CellDraft reader in table.Cells.Where(cell => cell.Column is not null && cell.Inputs.Contains(label.Slot)))
            plan.Bag.Add(ListDiagnostics.LabelRead, reader.Column!.Position, $"{table.Name}.{reader.Name}", label.Name);
        foreach ((string name, var check, _, SourcePosition position) in rules.RowRules)
        {
            if (check.Slots.Contains(label.Slot))
                plan.Bag.Add(ListDiagnostics.LabelRead, position, $"rule {name}", label.Name);
        }
    }
}
