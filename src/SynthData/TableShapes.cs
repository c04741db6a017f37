using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData;

/// <summary>What record types have to be like to hold any row of their tables.</summary>
internal static class TableShapes
{
    /// <summary>The visible columns of a table of one plan.</summary>
    public static ImmutableArray<RowColumn> Of(DatasetPlan plan, TablePlan table)
    {
        var nullable = new NullableCells(plan);
        return [.. table.Visible.Select(slot => new RowColumn(table.Cells[slot].Name, table.Cells[slot].Type.Kind, nullable.MayBeNull(table, slot)))];
    }

    /// <summary>The written tables, as written, with columns that hold what any run makes, whatever fills its prompts.</summary>
    /// <remarks>A model in place of knowledge brings the fallback with it, which may give null where knowledge never does.</remarks>
    public static ImmutableArray<TableShape> OfAnyRun(Dataset dataset, GenerationRequest request, DiagnosticBag bag)
    {
        DatasetPlan first = Planner.Draft(dataset.Schema, Dataset.ToPlanning(dataset.Schema, request) with { Knowledge = dataset.Knowledge }, bag);
        DatasetPlan asking = Planner.Draft(dataset.Schema, PlanRequest.ForData(dataset.Schema, request.AsOf), []);
        bag.ThrowIfErrors();
        return
        [
            .. from table in first.Tables
               where table.IsWritten
               select new TableShape(table.Schema, [.. Of(first, table).Zip(Of(asking, asking.Tables[table.Index]), Either)]),
        ];
    }

    private static RowColumn Either(RowColumn one, RowColumn other) => one with { IsNullable = one.IsNullable || other.IsNullable };
}
