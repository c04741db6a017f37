using SynthData.Expressions;
using SynthData.Expressions.Templates;

namespace SynthData.Planning;

/// <summary>Says which cells of a plan may be null. Where that cannot be told from the plan, they may.</summary>
internal sealed class NullableCells(DatasetPlan plan)
{
    private const int MaxDepth = 32;

    /// <summary>Whether a row may have no value there: by its source, <c>when</c>, <c>nulls</c>, a pin or a fault.</summary>
    public bool MayBeNull(TablePlan table, int slot) => !table.Schema.Key.Contains(table.Cells[slot].Name) && MayBeNull(table, slot, 0);

    /// <summary>Whether the source alone may give null.</summary>
    public bool SourceMayBeNull(TablePlan table, int slot) => SourceMayBeNull(table, table.Cells[slot].Source, 0);

    private bool MayBeNull(TablePlan table, int slot, int depth)
    {
        CellPlan cell = table.Cells[slot];
        return cell.When is not null
            || cell.Nulls is { } nulls && (nulls.IsExact || nulls.Shares.Any(share => share > 0))
            || cell.Pins is { } pins && Enumerable.Range(0, pins.Rows.Length).Any(pins.Cells.IsNull)
            || cell.Faults is { } faults && faults.Kinds.Any(share => share.Kind == Schema.FaultKind.Null)
            || SourceMayBeNull(table, cell.Source, depth);
    }

    private bool SourceMayBeNull(TablePlan table, CellSource source, int depth) => depth > MaxDepth || source switch
    {
        CategoryCells category => HasNull(category.Values),
        ListedCells listed => HasNull(listed.Values),
        TupleCells tuple => HasNull(tuple.Values) || MayBeNull(table, tuple.RowSlot, depth + 1),
        TemplateCells template => template.Template.Parts.OfType<TemplateValue>().Any(part => !part.IsOptional && MayBeNull(table, part.Expression, depth)),
        ExpressionCells expression => MayBeNull(table, expression.Expression, depth),
        RangeCells range => range.Ranges.Any(r => MayBeNull(table, r.Low.Expression, depth) || MayBeNull(table, r.High.Expression, depth)),
        TimeSeriesCells series => MayBeNull(table, series.Start.Expression, depth) || MayBeNull(table, series.Spacing.End?.Expression, depth),
        NumberSeriesCells series => MayBeNull(table, series.Start.Expression, depth),
        CasesCells cases => cases.Cases[^1].When is not null || cases.Cases.Any(branch => SourceMayBeNull(table, branch.Source, depth + 1)),
        ReferenceRowCells reference => reference.IsEarlier,
        PreviousCells previous => MayBeNull(table, previous.First, depth) || MayBeNull(table, previous.Slot, depth + 1),
        LookupCells lookup => MayBeNull(table, lookup.RowSlot, depth + 1) || MayBeNull(plan.Tables[lookup.ParentTable], lookup.ParentSlot, depth + 1),
        AggregateCells aggregate => aggregate.Kind is not (AggregateKind.Count or AggregateKind.Sum),
        ModelCells model => IsNullable(table, model.Fallback, depth) || IsNullable(table, model.Rest, depth),
        FaultLabelCells or KeyRowCells => true,
        _ => false,
    };

    private bool IsNullable(TablePlan table, CellSource? source, int depth) => source is not null && SourceMayBeNull(table, source, depth + 1);

    private bool MayBeNull(TablePlan table, BoundExpression? expression, int depth) =>
        expression is not null && expression.MayBeNull(slot => MayBeNull(table, slot, depth + 1));

    private static bool HasNull(LiteralCells values) => Enumerable.Range(0, values.Count).Any(values.Cells.IsNull);
}
