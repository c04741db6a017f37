using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Templates;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Says which prompt columns may be null because their fallback is, when what it mentions is.</summary>
/// <remarks>Data does not say what filled a prompt: a model, which answers every row it is asked for, or the fallback.</remarks>
internal sealed class FallbackNulls
{
    private const int MaxDepth = 32;
    private readonly DatasetPlan? plan;

    private FallbackNulls(DatasetPlan? plan) => this.plan = plan;

    /// <summary>Binds the schema once more, without a model; a prompt that has no fallback stands as null.</summary>
    public static FallbackNulls Find(DatasetSchema schema, PlanRequest request)
    {
        ImmutableArray<TableSchema> tables = [.. schema.Tables.Select(table => table with { Columns = [.. table.Columns.Select(WithoutPrompt)] })];
        try
        {
            return new FallbackNulls(Planner.Draft(schema with { Tables = tables }, request with { UsesModel = false }, []));
        }
        catch (SchemaException)
        {
            return new FallbackNulls(null);
        }
    }

    public bool MayBeNull(TablePlan table, int slot)
    {
        if (table.Cells[slot] is not { Column.Source: PromptSource { Fallback: not null }, Source: ModelCells })
            return false;
        return plan is null || SourceMayBeNull(plan.Tables[table.Index], plan.Tables[table.Index].Cells[slot].Source, 0);
    }

    private static ColumnSchema WithoutPrompt(ColumnSchema column) => column.Source is PromptSource { Fallback: null } prompt
        ? column with { Type = column.Type ?? ColumnType.Text, IsUnique = false, Source = new ConstantSource(new SchemaScalar("null", IsQuoted: false, prompt.Position)) }
        : column;

    private bool SourceMayBeNull(TablePlan table, CellSource source, int depth) => depth > MaxDepth || source switch
    {
        CategoryCells category => Enumerable.Range(0, category.Values.Count).Any(category.Values.Cells.IsNull),
        TemplateCells template => template.Template.Parts.OfType<TemplateValue>().Any(part => !part.IsOptional && MayBeNull(table, part.Expression, depth)),
        ExpressionCells expression => MayBeNull(table, expression.Expression, depth),
        RangeCells range => range.Ranges.Any(r => MayBeNull(table, r.Low.Expression, depth) || MayBeNull(table, r.High.Expression, depth)),
        CasesCells cases => cases.Cases[^1].When is not null || cases.Cases.Any(branch => SourceMayBeNull(table, branch.Source, depth + 1)),
        ReferenceRowCells reference => reference.IsEarlier,
        PreviousCells previous => MayBeNull(table, previous.First, depth) || MayBeNull(table, previous.Slot, depth + 1),
        LookupCells lookup => MayBeNull(table, lookup.RowSlot, depth + 1) || MayBeNull(plan!.Tables[lookup.ParentTable], lookup.ParentSlot, depth + 1),
        _ => false,
    };

    // What an expression makes of values may be null by a case or a nullif, so only a name alone is known not to be.
    private bool MayBeNull(TablePlan table, BoundExpression? expression, int depth) =>
        expression is not null && !expression.IsConstant && (expression.SlotAlone is not { } slot || MayBeNull(table, slot, depth + 1));

    private bool MayBeNull(TablePlan table, int slot, int depth) =>
        table.Cells[slot] is { When: not null } or { Nulls: not null } || SourceMayBeNull(table, table.Cells[slot].Source, depth);
}
