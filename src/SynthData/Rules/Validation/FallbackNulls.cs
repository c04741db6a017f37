using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>Says which prompt columns may be null because their fallback is, when what it mentions is.</summary>
/// <remarks>Data does not say what filled a prompt: a model, which answers every row it is asked for, or the fallback.</remarks>
internal sealed class FallbackNulls
{
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
        return plan is null || new NullableCells(plan).SourceMayBeNull(plan.Tables[table.Index], slot);
    }

    private static ColumnSchema WithoutPrompt(ColumnSchema column) => column.Source is PromptSource { Fallback: null } prompt
        ? column with { Type = column.Type ?? ColumnType.Text, IsUnique = false, Source = new ConstantSource(new SchemaScalar("null", IsQuoted: false, prompt.Position)) }
        : column;
}
