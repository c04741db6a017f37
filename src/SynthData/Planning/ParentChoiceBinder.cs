using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds what a reference says of the parents it picks: <c>weight</c> and <c>where</c>.</summary>
internal sealed class ParentChoiceBinder(PlanDraft plan, TableDraft table, ReferenceDraft reference)
{
    private readonly string name = $"{table.Name}.{reference.Name}";

    /// <summary>Completes the source of the slot that holds the parent's row.</summary>
    public void Bind(CellDraft row, ReferenceSource source)
    {
        var plain = (ReferenceRowCells)row.Source!;
        if (source.Weight is { } weight && Fits(plain, weight, "weight"))
            row.Source = plain = plain with { Weight = Weight(weight) };
        if (source.Where is not { } where || !Fits(plain, where, "where") || Filter(where, isRanked: plain.Zipf is not null) is not { } filter)
            return;
        row.Source = plain with { Filter = filter };
        IEnumerable<BoundExpression> read = [.. filter.Keys.Select(key => key.Own), .. filter.OfPair, .. filter.Bounds.Select(bound => bound.Own)];
        row.Reads(read.SelectMany(expression => expression.Slots).Where(slot => !IsOfParent(slot)));
    }

    /// <summary>The condition that finished rows keep: without a parent there is none, and what is unknown does not qualify.</summary>
    public static BoundExpression? Rule(PlanDraft plan, TableDraft table, ReferenceDraft reference, ExpressionText where) => ExpressionBinder.BindCondition(
        where with { Text = $"\"{reference.Column.Name}\" is null or coalesce(({where.Text}), false)" },
        new ReferenceScope(table, reference), plan.BindContext, []);

    private bool Fits(ReferenceRowCells row, ExpressionText text, string modifier)
    {
        (string Other, string Why)? clash = row switch
        {
            { IsEarlier: true } => ("earlier", "which parents there are differs from row to row of the own table"),
            { IsOneToOne: true } => ("unique", "every parent is taken at most once, whatever it is like"),
            { Zipf: not null } when modifier == "weight" => ("skew", "both say how popular each parent is"),
            _ => null,
        };
        if (clash is { } found)
            plan.Bag.Add(DistributionDiagnostics.ChoiceDoesNotFit, text.Position, name, modifier, found.Other, found.Why);
        return clash is null;
    }

    private ParentWeight? Weight(ExpressionText text)
    {
        string[] path = text.Text.Split('.');
        ScopeColumn column = default;
        string? wrong = path[0] == reference.Parent.Name || reference.Column.Names.Contains(path[0])
            ? plan.InOtherRow(reference.Parent, () => reference.Parent.Resolve(path[1..], out column))
            : $"'{path[0]}' is neither the table that '{name}' refers to nor the column itself.";
        if (wrong?.Length > 0)
            plan.Bag.Add(ExpressionDiagnostics.UnknownName, text.Position, wrong, Suggestion.For(path[^1], reference.Parent.Names));
        if (wrong is not null)
            return null;
        if (column.Type.IsNumeric)
            return new ParentWeight(column.Slot, text.Text, text.Position);
        plan.Bag.Add(DistributionDiagnostics.WeightIsNoNumber, text.Position, name, text.Text, column.Type);
        return null;
    }

    // What is ranked by popularity is not sorted by anything else.
    private ParentFilter? Filter(ExpressionText text, bool isRanked)
    {
        if (ExpressionBinder.BindParts(text, new ReferenceScope(table, reference), plan.BindContext, plan.Bag) is not { } parts)
            return null;
        var keys = ImmutableArray.CreateBuilder<ParentKey>();
        var ofParent = ImmutableArray.CreateBuilder<BoundExpression>();
        var ofPair = ImmutableArray.CreateBuilder<BoundExpression>();
        var bounds = ImmutableArray.CreateBuilder<ParentBound>();
        foreach (ConditionPart part in parts)
        {
            if (part.Condition.Slots.All(IsOfParent))
                ofParent.Add(part.Condition);
            else if (Key(part.Sides) is { } key)
                keys.Add(key);
            else if (isRanked || !AddBounds(part.Sides, bounds))
                ofPair.Add(part.Condition);
        }

        ImmutableArray<int> slots = [.. parts.SelectMany(part => part.Condition.Slots).Where(IsOfParent).Distinct()];
        if (slots.IsEmpty)
        {
            plan.Bag.Add(DistributionDiagnostics.WhereReadsNoParent, text.Position, name, text.Text, reference.Parent.Name);
            return null;
        }

        ImmutableArray<ParentCell> cells = [.. slots.Select(slot => new ParentCell(slot, ((LookupCells)table.Cells[slot].Source!).ParentSlot))];
        return new ParentFilter(text, reference.Parent.Name, keys.ToImmutable(), ofParent.ToImmutable(), ofPair.ToImmutable(), cells) { Bounds = bounds.ToImmutable() };
    }

    // What bounds the value that the first one bounds narrows the same stretch; false when a side does not.
    private bool AddBounds(ImmutableArray<ComparedSides> sides, ImmutableArray<ParentBound>.Builder bounds)
    {
        bool isWhole = !sides.IsEmpty;
        foreach (ComparedSides compared in sides)
        {
            bool fits = Bound(compared) is { } bound && (bounds.Count == 0
                || (bound.Parent.SlotAlone is { } slot && slot == bounds[0].Parent.SlotAlone && bound.Type == bounds[0].Type));
            if (fits)
                bounds.Add(Bound(compared)!);
            isWhole &= fits;
        }

        return isWhole;
    }

    private ParentKey? Key(ImmutableArray<ComparedSides> sides) => sides is [{ Operator: "=" } equality] && OfParentFirst(equality) is { } compared && TypeOf(compared) is { } type
        ? new ParentKey(compared.Left, compared.Right, type)
        : null;

    private ParentBound? Bound(ComparedSides sides)
    {
        if (sides.Operator == "=" || OfParentFirst(sides) is not { } compared || TypeOf(compared) is not { } type || !(type.IsNumeric || type.IsTemporal))
            return null;
        return new ParentBound(compared.Left, compared.Right, type, compared.Operator[0] == '<', compared.Operator.Length == 1);
    }

    private static ColumnType? TypeOf(ComparedSides sides) =>
        ExpressionType.Common(sides.Left.Type, sides.Right.Type)?.Column is { } type && sides.Left.CanBecome(type) && sides.Right.CanBecome(type) ? type : null;

    private ComparedSides? OfParentFirst(ComparedSides sides) =>
        IsSideOfParent(sides.Left) && !sides.Right.Slots.Any(IsOfParent) ? sides
        : IsSideOfParent(sides.Right) && !sides.Left.Slots.Any(IsOfParent) ? sides.Turned
        : null;

    private bool IsSideOfParent(BoundExpression side) => !side.IsConstant && side.Slots.All(IsOfParent);

    // The columns that hold the parent's key are its cells as well.
    private bool IsOfParent(int slot) => table.Cells[slot].Source is LookupCells lookup && lookup.RowSlot == reference.RowSlot;
}
