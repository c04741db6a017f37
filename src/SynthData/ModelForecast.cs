using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Sending;
using SynthData.Sources.Model.Sending.Spending;
using SynthData.Sources.Model.Tokens;

namespace SynthData;

/// <summary>Estimates what a plan would ask its model for. No model is called: rows are made locally, and answers that others read are made up.</summary>
internal static class ModelForecast
{
    /// <returns>Null where no model is asked.</returns>
    public static ModelEstimate? Of(GenerationPlan plan, ModelLimits limits)
    {
        if (!plan.Run.AsksModel)
            return null;
        string model = plan.Request.Model ?? "the client given";
        TokenScale scale = TokenScale.Of(model);
        var run = new DatasetRun(plan.Run.Plan, CancellationToken.None);        // answers that are made up stay out of the plan's own
        ImmutableArray<TableEstimate> tables =
            [.. AskedTables.Of(run).Select(asked => new CallForecast(asked.Rows.Table, asked.Rows, scale, new PromptEngineOptions()).Estimate())];
        return Of(model, scale, limits, tables);
    }

    /// <summary>Adds tables up, with money and time where prices and limits are known.</summary>
    public static ModelEstimate Of(string model, TokenScale scale, ModelLimits limits, ImmutableArray<TableEstimate> tables)
    {
        var tokens = new TokenCount(tables.Sum(table => table.TokensIn), tables.Sum(table => table.TokensOut));
        long calls = tables.Sum(table => table.Calls);
        decimal? cost = new BudgetLimits { PriceIn = limits.PriceIn, PriceOut = limits.PriceOut }.CostOf(tokens);
        return new ModelEstimate(
            model, scale.Name, tables.Sum(table => table.Cells), calls, tokens.In, tokens.Out, cost, Least(limits, calls, tokens.Total), tables);
    }

<<<<<<< HEAD
    private static TableEstimate Of(DatasetRun run, TablePlan table, TokenScale scale)
    {
        var rows = new PromptRows(run, table, new RejectionLedger(), isRefused: null);
        TableEstimate estimate = new CallForecast(rows.Table, rows, scale, new PromptEngineOptions()).Estimate();
        if (run.IsRead(table))
            run.Finish(table.Index, FrameJoin.Join(table, [rows.Complete(MadeUp(rows)), Rest(run, table)]));
        return estimate;
    }

    private static Frame Rest(DatasetRun run, TablePlan table)
    {
        long asked = run.Plan.AskedRows(table.Index);
        long[] rest = RowIndices.From(asked, (int)(run.Plan.RowCount(table.Index) - asked));
        TableProgram program = rest.Length == 0 ? run.Program(table.Index) : run.WithoutModel(table);
        return program.Evaluate(rest, program.Whole, null);
    }

    private static PromptAnswer[] MadeUp(PromptRows rows)
    {
        string[] cells = [.. rows.Table.Columns.Select(SampleCells.Of)];
        return
        [
            .. rows.Slots(0, (int)rows.Table.RowCount).Select(slot => new PromptAnswer(
                slot.RowIndex, [.. cells.Select((text, column) => slot.IsAsked[column] ? text : null)])),
        ];
    }

=======
>>>>>>> 7c75c03 (compile asks a model once for the text columns of a table and writes what it knows beside the schema)
    // What the limits of a minute alone make it take.
    private static TimeSpan? Least(ModelLimits limits, long calls, long tokens)
    {
        double? byCalls = limits.RequestsPerMinute is { } requests ? (double)calls / requests : null;
        double? byTokens = limits.TokensPerMinute is { } most ? (double)tokens / most : null;
        return byCalls is null && byTokens is null ? null : TimeSpan.FromMinutes(Math.Max(byCalls ?? 0, byTokens ?? 0));
    }
}
