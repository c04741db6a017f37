using System.Collections.Immutable;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Puts what a model wrote into a knowledge file. What is there and did not change stays line by line as it is.</summary>
/// <param name="known">The file as it was read; null for none.</param>
/// <param name="before">Its text; null for none.</param>
/// <param name="pruned">The plan that says what is gone; null to keep it.</param>
internal sealed class KnowledgeMerge(DatasetSchema schema, KnowledgeFile? known, string? before, DatasetPlan? pruned)
{
    private readonly KnowledgeLines? lines = known is null || before is null ? null : new KnowledgeLines(before, known);

    /// <summary>The file's text; null where there is nothing to write.</summary>
    public string? Write(IReadOnlyList<GroupOutcome> outcomes)
    {
        ImmutableArray<WrittenColumn> columns =
        [
            .. known?.Columns.Where(column => !IsGone(column)).Select(column => Merge(column, outcomes)) ?? [],
            .. outcomes.Where(outcome => outcome.Plan.Known is null).Select(outcome => outcome.ToColumn(lines)).Where(column => !column.Pools.IsEmpty),
        ];
        return columns.IsEmpty && known is null ? null : KnowledgeWriter.Write(schema.Name, columns, lines);
    }

    private WrittenColumn Merge(KnowledgeColumn column, IReadOnlyList<GroupOutcome> outcomes)
    {
        GroupOutcome? outcome = outcomes.FirstOrDefault(one => one.Plan.Known == column);
        bool isSame = outcome is null || outcome.Plan.IsByHand || (outcome.Count == 0 && !outcome.Plan.IsStale);
        return isSame ? new WrittenColumn(column.Key, column.Names) { Lines = lines!.Of(column) } : outcome!.ToColumn(lines);
    }

    private bool IsGone(KnowledgeColumn column) => pruned is not null
        && !column.Names.All(name => pruned.Tables.FirstOrDefault(table => table.Name == column.Table)?.Find(name)?.Column is { Source: PromptSource or null });
}
