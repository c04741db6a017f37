using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;

namespace SynthData;

/// <summary>Describes a plan for <c>synthdata plan</c>, and probes how often its rules reject.</summary>
internal static class PlanReporter
{
    private const int ProbedRows = 1_000;

    public static PlanReport Describe(GenerationPlan plan)
    {
        DatasetPlan closed = plan.Run.Plan;
        ImmutableArray<TableReport> tables = [.. plan.Run.InOrder.Select(table => Describe(plan.Run, table))];
        return new PlanReport(plan.Dataset.Name, closed.Seed, closed.Generator, closed.AsOf, tables, Estimate(plan), plan.Warnings);
    }

    private static TableReport Describe(DatasetRun run, TablePlan table)
    {
        ImmutableArray<ColumnReport> columns = [.. table.Schema.Columns.SelectMany(column => column.Names).Select(name => table.Cells.First(cell => cell.Name == name)).Select(cell => Describe(run.Plan, table, cell))];
        return new TableReport(table.Name, run.Plan.RowCount(table.Index), RowsFrom(run.Plan, table), table.IsWritten, columns, Stages(table), Rules(run, table));
    }

    private static ColumnReport Describe(DatasetPlan plan, TablePlan table, CellPlan cell)
    {
        double? cut = cell.Source is RangeCells range ? RangeCut.Greatest(cell.Type, range) : null;
        string detail = table.Schema.Key.Contains(cell.Name) ? $"{cell.Detail}{(cell.Detail.Length > 0 ? ", " : "")}key" : cell.Detail;
        return new ColumnReport(cell.Name, cell.Type.ToString(), cell.Keyword, detail, PrefixStable.IsTrueOf(plan, table, cell), cut);
    }

    private static string RowsFrom(DatasetPlan plan, TablePlan table) => table.Schema.Rows switch
    {
        RowsPer => $"per {plan.Tables[table.Per!.ParentTable].Name}",
        ListedRows => "listed",
        _ => "asked for",
    };

    // A stage is what can be filled at once: everything whose inputs are filled.
    private static ImmutableArray<string> Stages(TablePlan table)
    {
        var stage = new int[table.Cells.Length];
        foreach (int slot in table.Order)
            stage[slot] = table.Cells[slot].Inputs.Select(input => stage[input] + 1).DefaultIfEmpty(0).Max();
        IEnumerable<IGrouping<int, CellPlan>> stages = table.Cells.Where(cell => cell.Column is not null && cell.Name[0] != '#').GroupBy(cell => stage[cell.Slot]).OrderBy(group => group.Key);
        return [.. stages.Select(group => string.Join(", ", group.Select(cell => cell.Name)))];
    }

    private static ImmutableArray<RuleReport> Rules(DatasetRun run, TablePlan table)
    {
        int probed = (int)Math.Min(ProbedRows, run.Plan.RowCount(table.Index));
        IReadOnlyDictionary<string, int> broken = run.IsLocal(table) ? RuleProbe.Count(run, table, probed) : new Dictionary<string, int>();
        IEnumerable<RuleReport> rows = table.RowRules.Select(rule =>
            new RuleReport(rule.Name, rule.IsFrozen ? "checked, never redrawn" : "redraw", run.IsLocal(table) ? probed : 0, broken.GetValueOrDefault(rule.Name)));
        IEnumerable<RuleReport> tables = table.TableRules.Select(rule => new RuleReport(rule.Name, rule.IsByConstruction ? "by construction" : "verified", 0, 0));
        return [.. rows.Concat(tables)];
    }

    // Estimates: a call of 16 slots, some 60 tokens of fixed prompt a column, 12 a known cell, 24 an answered cell.
    private static ModelEstimate? Estimate(GenerationPlan plan)
    {
        TablePlan[] asked = [.. plan.Run.InOrder.Where(table => !table.ModelSlots.IsEmpty)];
        if (asked.Length == 0)
            return null;
        long cells = asked.Sum(table => plan.Run.Plan.RowCount(table.Index) * table.ModelSlots.Length);
        long calls = asked.Sum(table => (plan.Run.Plan.RowCount(table.Index) + 15) / 16);
        long input = asked.Sum(table => ((plan.Run.Plan.RowCount(table.Index) + 15) / 16 * (200 + (60 * table.ModelSlots.Length)))
            + (plan.Run.Plan.RowCount(table.Index) * 12 * table.ModelSlots.Sum(slot => table.Cells[slot].Inputs.Length)));
        return new ModelEstimate(plan.Request.Model ?? "the client given", cells, calls, input, cells * 24);
    }
}
