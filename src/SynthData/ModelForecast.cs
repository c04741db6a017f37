using System.Collections.Immutable;
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

    // What the limits of a minute alone make it take.
    private static TimeSpan? Least(ModelLimits limits, long calls, long tokens)
    {
        double? byCalls = limits.RequestsPerMinute is { } requests ? (double)calls / requests : null;
        double? byTokens = limits.TokensPerMinute is { } most ? (double)tokens / most : null;
        return byCalls is null && byTokens is null ? null : TimeSpan.FromMinutes(Math.Max(byCalls ?? 0, byTokens ?? 0));
    }
}
