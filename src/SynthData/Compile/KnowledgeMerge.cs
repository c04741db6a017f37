using System.Collections.Immutable;
using System.Text;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Compile;

/// <summary>Puts what a model wrote into a knowledge file. What is there and did not change stays line by line as it is.</summary>
/// <param name="known">The file as it was read; null for none.</param>
/// <param name="before">Its text; null for none.</param>
/// <param name="gone">Says what is gone and removed; null to keep it.</param>
/// <param name="mostBytes">A file that would be larger has its largest pools beside it.</param>
internal sealed class KnowledgeMerge(DatasetSchema schema, KnowledgeFile? known, string? before, GoneKnowledge? gone, int mostBytes)
{
    private readonly KnowledgeLines? lines = known is null || before is null ? null : new KnowledgeLines(before, known);

    /// <summary>The file's text and what stands beside it; null where there is nothing to write.</summary>
    /// <param name="folder">The name of the folder beside the file.</param>
    public KnowledgeDraft? Write(string folder, IReadOnlyList<GroupOutcome> outcomes)
    {
        ImmutableArray<WrittenColumn> columns =
        [
            .. known?.Columns.Where(column => gone?.WhyGone(column) is null).Select(column => Merge(column, outcomes)) ?? [],
            .. outcomes.Where(outcome => outcome.Plan.Known is null).Select(outcome => outcome.ToColumn(lines)).Where(column => !column.Pools.IsEmpty),
        ];
        if (columns.IsEmpty && known is null)
            return null;
        var beside = new PoolsBeside(folder);
        string text = KnowledgeWriter.Write(schema.Name, columns, lines);
        columns = beside.Move(columns, Encoding.UTF8.GetByteCount(text) - mostBytes);
        return new KnowledgeDraft(beside.Files.IsEmpty ? text : KnowledgeWriter.Write(schema.Name, columns, lines), beside.Files);
    }

    private WrittenColumn Merge(KnowledgeColumn column, IReadOnlyList<GroupOutcome> outcomes)
    {
        GroupOutcome? outcome = outcomes.FirstOrDefault(one => one.Plan.Known == column);
        bool isSame = outcome is null || outcome.Plan.IsByHand || (outcome.Count == 0 && !outcome.Plan.IsStale);
        if (isSame && column.Pools.All(pool => pool.When.All(one => one.Values.All(value => IsThere(column, one, value)))))
            return new WrittenColumn(column.Key, column.Names) { Lines = lines!.Of(column) };
        WrittenColumn whole = isSame
            ? new WrittenColumn(column.Key, column.Names)
            {
                Fingerprint = column.Fingerprint,
                Given = [.. column.Given.Select(name => name.Text)],
                Pools = [.. column.Pools.Select(pool => WrittenPool.Of(pool, lines))],
            }
            : outcome!.ToColumn(lines);
        return whole with { Pools = [.. whole.Pools.Select(pool => Prune(column, pool)).OfType<WrittenPool>()] };
    }

    private WrittenPool? Prune(KnowledgeColumn column, WrittenPool pool)
    {
        if (gone is null || pool.When.All(one => one.Values.All(value => gone.IsThere(column, one.Column, value))))
            return pool;
        ImmutableArray<(string Column, ImmutableArray<string> Values)> left =
            [.. pool.When.Select(one => (one.Column, one.Values.Where(value => gone.IsThere(column, one.Column, value)).ToImmutableArray()))];
        return left.Any(one => one.Values.IsEmpty) ? null : pool with { When = left, Lines = [], File = null };
    }

    private bool IsThere(KnowledgeColumn column, PoolCondition condition, SchemaScalar value) => gone is null || gone.IsThere(column, condition.Column.Text, value.Text);
}
