using System.Collections.Immutable;
using System.Globalization;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;
using SynthData.Sources.Model.Variety;

namespace SynthData;

/// <summary>Describes a plan for <c>synthdata plan</c>, and probes how often its rules reject.</summary>
internal static class PlanReporter
{
    private const int ProbedRows = 1_000;

    public static PlanReport Describe(GenerationPlan plan, ModelLimits limits)
    {
        DatasetPlan closed = plan.Run.Plan;
        ImmutableArray<TableReport> tables = [.. plan.Run.InOrder.Select(table => Describe(plan.Run, table))];
        return new PlanReport(plan.Dataset.Name, closed.Seed, closed.Generator, closed.AsOf, tables, ModelForecast.Of(plan, limits), plan.Warnings);
    }

    private static TableReport Describe(DatasetRun run, TablePlan table)
    {
        IEnumerable<CellPlan> cells = table.Schema.Columns.SelectMany(column => column.Names).Select(name => table.Find(name)!);
        ImmutableArray<ColumnReport> columns = [.. cells.Select(cell => Describe(run.Plan, table, cell))];
        long rows = run.Plan.RowCount(table.Index) - run.FirstRow(table.Index);
        return new TableReport(table.Name, rows, RowsFrom(run.Plan, table), table.IsWritten, columns, Stages(table), Rules(run, table))
        {
            Unsolved = table.ModelSlots.IsEmpty ? null : table.Schema.Unsolved switch
            {
                UnsolvedChoice.Redraw => "redraw",
                UnsolvedChoice.Fallback => "fallback",
                _ => "fail",
            },
            DefaultAxes = Axes(run, table),
        };
    }

    private static ImmutableArray<string> Axes(DatasetRun run, TablePlan table) =>
        table.ModelSlots.IsEmpty ? [] : [.. DefaultAxes.Of(new PromptRows(run, table, new RejectionLedger(), null).Table).Select(axis => axis.Name)];

    private static ColumnReport Describe(DatasetPlan plan, TablePlan table, CellPlan cell)
    {
        double? cut = cell.Source is RangeCells range ? RangeCut.Greatest(cell.Type, range) : null;
        string detail = table.Schema.Key.Contains(cell.Name) ? $"{cell.Detail}{(cell.Detail.Length > 0 ? ", " : "")}key" : cell.Detail;
        if (cell.Column is { IsAxis: true })
            detail = $"axis{(detail.Length > 0 ? ": " : "")}{detail}";
        return new ColumnReport(cell.Name, cell.Type.ToString(), cell.Keyword, detail, PrefixStable.IsTrueOf(plan, table, cell), cut);
    }

    private static string RowsFrom(DatasetPlan plan, TablePlan table) => table.Schema.Rows switch
    {
        RowsPer per => $"per {plan.Tables[table.Per!.ParentTable].Name}{(per.Total is null ? "" : ", shared")}",
        ListedRows => "listed",
        _ => "asked for",
    };

    // A stage is what can be filled at once: everything whose inputs are filled.
    private static ImmutableArray<string> Stages(TablePlan table)
    {
        var stage = new int[table.Cells.Length];
        foreach (int slot in table.Order)
            stage[slot] = table.Cells[slot].Inputs.Select(input => stage[input] + 1).DefaultIfEmpty(0).Max();
        IEnumerable<CellPlan> written = table.Cells.Where(cell => cell.Column is not null);
        return [.. written.GroupBy(cell => stage[cell.Slot]).OrderBy(group => group.Key).Select(group => string.Join(", ", group.Select(cell => cell.Name)))];
    }

    private static string Means(RowRulePlan rule) => rule switch
    {
        { IsByConstruction: true } => "by construction",
        { IsFrozen: true } => "checked, never redrawn",
        _ => "redraw",
    };

    private static string Means(TableRulePlan rule, long rows) => rule switch
    {
        { IsByConstruction: true } => "by construction",
        ShareCheck share => string.Create(CultureInfo.InvariantCulture, $"verified, standard error {share.StandardError(rows):0.####}"),
        _ => "verified",
    };

    private static ImmutableArray<RuleReport> Rules(DatasetRun run, TablePlan table)
    {
        // What a model fills is not there to be probed, nor the first draws of rows that are made in order.
        int probed = run.IsLocal(table) && !table.IsSequential ? (int)Math.Min(ProbedRows, run.Plan.RowCount(table.Index)) : 0;
        IReadOnlyDictionary<string, int> broken = probed > 0 ? RuleProbe.Count(run, table, probed) : ImmutableDictionary<string, int>.Empty;
        return
        [
            .. table.RowRules.Select(rule => new RuleReport(rule.Name, Means(rule), rule.IsByConstruction ? 0 : probed, broken.GetValueOrDefault(rule.Name))),
            .. table.TableRules.Select(rule => new RuleReport(rule.Name, Means(rule, run.Plan.RowCount(table.Index)), 0, 0)),
        ];
    }
}
