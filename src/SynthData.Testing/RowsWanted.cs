using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;

namespace SynthData.Testing;

/// <summary>Finds the request under which a table has as many rows as a test wants.</summary>
/// <remarks>
/// A table with <c>rows</c> of its own gets exactly as many. A <c>per</c> table has as many as its root gives it, so the root gets the smallest
/// number of rows that gives enough. Listed rows are as many as they are.
/// </remarks>
internal sealed class RowsWanted(Dataset dataset, GenerationRequest request, string table, long rows)
{
    private const int MaxDoublings = 12;

    /// <exception cref="FixtureException">The table cannot have as many (SD8426).</exception>
    /// <exception cref="SchemaException">The schema cannot be planned so.</exception>
    public GenerationRequest Find()
    {
        DatasetPlan plan = Count(request).Plan;
        ImmutableArray<TablePlan> line = Line(plan);
        TablePlan root = line[^1];
        if (root.Schema.Rows is not FixedRows)
            return plan.RowCount(line[0].Index) >= rows ? request : throw OutOfReach(plan.RowCount(line[0].Index), $"the rows of '{root.Name}' are listed");
        if (line.Length == 1)
            return With(root, rows);
        return line.SkipLast(1).All(one => PrefixStable.OfCounts(plan, one)) ? ByPlace(root) : ByTrying(root);
    }

    // The first rows of more parents are those of fewer, so the row wanted last says which root row is the last one needed.
    private GenerationRequest ByPlace(TablePlan root)
    {
        long have = 0;
        for (int doubling = 0; doubling <= MaxDoublings; doubling++)
        {
            DatasetRun run = Count(With(root, Math.Max(rows, 1) << doubling));
            ImmutableArray<TablePlan> line = Line(run.Plan);
            have = run.Plan.RowCount(line[0].Index);
            if (have < rows)
                continue;
            long place = rows - 1;
            foreach (TablePlan child in line.SkipLast(1).TakeWhile(_ => place >= 0))
                place = ParentOf(run, child, place);
            return With(root, place + 1);
        }

        throw OutOfReach(have, $"that is what {Math.Max(rows, 1) << MaxDoublings} rows of '{root.Name}' give");
    }

    private GenerationRequest ByTrying(TablePlan root)
    {
        long have = 0;
        for (long roots = rows == 0 ? 0 : 1; roots <= (rows + 1) << 4; roots++)
        {
            GenerationRequest tried = With(root, roots);
            DatasetRun run = Count(tried);
            have = run.Plan.RowCount(Line(run.Plan)[0].Index);
            if (have >= rows)
                return tried;
        }

        throw OutOfReach(have, $"that is what {(rows + 1) << 4} rows of '{root.Name}' give");
    }

    private DatasetRun Count(GenerationRequest asked)
    {
        var bag = new DiagnosticBag();
        DatasetPlan draft = Planner.Draft(dataset.Schema, Dataset.ToPlanning(dataset.Schema, asked) with { Knowledge = dataset.Knowledge }, bag);
        bag.ThrowIfErrors();
        return new DatasetRun(draft, CancellationToken.None);
    }

    // The table, its `per` parent, and so on to the root.
    private ImmutableArray<TablePlan> Line(DatasetPlan plan)
    {
        var line = ImmutableArray.CreateBuilder<TablePlan>();
        for (TablePlan? one = plan.Tables.First(one => one.Name == table); one is not null; one = one.Per is { } per ? plan.Tables[per.ParentTable] : null)
            line.Add(one);
        return line.ToImmutable();
    }

    private static long ParentOf(DatasetRun run, TablePlan child, long row)
    {
        Span<long> parent = stackalloc long[1];
        Span<long> position = stackalloc long[1];
        run.Children(child.Index).Locate([row], parent, position);
        return parent[0];
    }

    private GenerationRequest With(TablePlan root, long count) =>
        request with { Rows = request.Rows.ToImmutableDictionary(StringComparer.Ordinal).SetItem(root.Name, count) };

    private FixtureException OutOfReach(long have, string why) => new(FixtureDiagnostics.RowsOutOfReach.At(null, rows, table, have, why));
}
