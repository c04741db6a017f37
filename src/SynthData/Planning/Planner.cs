using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Makes a plan of a schema and a request: relates the tables, binds every column and rule, orders what depends on what.</summary>
internal static class Planner
{
    /// <summary>Drafts a plan; counts of <c>per</c> tables are open until Run has counted them.</summary>
    /// <exception cref="SchemaException">Schema and request cannot be met; carries every SD2 diagnostic found.</exception>
    public static DatasetPlan Draft(DatasetSchema schema, PlanRequest request, DiagnosticBag bag)
    {
        var plan = new PlanDraft(schema, request, bag);
        ReferenceBinder.Bind(plan);
        CheckRequest(plan);
        Continuation.CheckRequest(plan);
        KnowledgeFit.CheckColumns(plan);
        IReadOnlyList<int> order = TableOrder.Find(plan);
        if (bag.Any(told => told.Code == PlanDiagnostics.TableCycle.Code))
            bag.ThrowIfErrors();                                // nothing can be bound in a circle; all other errors are told together

        var rules = new RuleBinder[plan.Tables.Count];
        var counts = new CountPlan?[plan.Tables.Count];
        foreach (int index in order)
            BindReferenceRows(plan, plan.Tables[index]);
        foreach (int index in order)
        {
            TableDraft table = plan.Tables[index];
            for (int slot = 0; slot < table.Cells.Count; slot++)
                plan.Bind(table, table.Cells[slot]);
            PersonSex.Share(plan, table);
            EntityLocale.Check(plan, table);
            ShareNumbers(table);
            new CorrelationBinder(plan, table).Bind();
            if (table.Per is { } per)
                counts[index] = new CountBinder(plan, table, per.Parent).Bind(per.Rows.Count);
        }

        foreach (int index in order)
        {
            rules[index] = new RuleBinder(plan, plan.Tables[index]);
            rules[index].Bind();
            new PinBinder(plan, plan.Tables[index]).Bind();
            new FaultBinder(plan, plan.Tables[index], rules[index]).Bind();
            if (bag.HasErrors)
                SlotOrder.Find(plan.Tables[index], bag);
        }

        bag.ThrowIfErrors();
        ImmutableArray<TablePlan> tables = [.. plan.Tables.Select(table => new TableCloser(plan, table, rules[table.Index], counts[table.Index]).Close())];
        PlanCheck.CountsAvoidModels(tables, bag);
        PlanCheck.OwnRowsAvoidModels(tables, bag);
        PlanCheck.ChoicesAvoidModels(tables, bag);
        PlanCheck.EarlierAvoidsPrevious(tables, bag);
        PlanCheck.AggregatesAvoidModels(tables, bag);
        UnsolvedCheck.Check(tables, bag);
        var dependence = new RowDependence(tables);
        dependence.TellCircles(bag);
        dependence.TellCounts(bag);
        ImmutableArray<long?> counted = [.. plan.Tables.Select(table => OwnRows(table, request))];
        bag.ThrowIfErrors();
        var planned = new DatasetPlan
        {
            Schema = schema,
            Seed = request.Seed,
            Generator = schema.Generator,
            AsOf = request.AsOf,
            Tables = tables,
            Order = [.. order],
            RowCounts = counted,
            TextRows = request.TextRows,
            RowsFrom = request.RowsFrom,
        };
        Continuation.CheckColumns(planned, bag);
        bag.ThrowIfErrors();
        return planned;
    }

    private static void CheckRequest(PlanDraft plan)
    {
        foreach (string name in plan.Request.Rows.Keys.Concat(plan.Request.Tables).Distinct(StringComparer.Ordinal))
            plan.FindOrTell(name, null);
        foreach (TableDraft table in plan.Tables)
        {
            decimal rows = plan.Request.RowsFrom.GetValueOrDefault(table.Name);
            rows += plan.Request.Rows.TryGetValue(table.Name, out long asked) ? asked
                : table.Schema.Rows is FixedRows { Count: > 0 } own && plan.Request.Scale <= decimal.MaxValue / own.Count ? own.Count * plan.Request.Scale
                : table.Schema.Rows is FixedRows { Count: > 0 } ? decimal.MaxValue : 0;
            if (rows > DatasetPlan.MaxRows)
                plan.Bag.Add(PlanDiagnostics.TooManyRows, table.Schema.Rows.Position, table.Name, DatasetPlan.MaxRows);
        }

        foreach ((string name, long rows) in plan.Request.Rows)
        {
            if (rows < 0)
                plan.Bag.Add(PlanDiagnostics.NegativeRows, null, rows, name);
            TableDraft? table = plan.Find(name);
            if (table?.Per is { } per)
                plan.Bag.Add(PlanDiagnostics.RowsNotOwn, per.Rows.Position, name, $"they are made per {per.Rows.Parent}", $"'{Root(per.Parent).Name}'");
            else if (table?.Schema.Rows is ListedRows listed)
                plan.Bag.Add(PlanDiagnostics.RowsNotOwn, listed.Position, name, "they are listed", "another table");
        }
    }

    private static TableDraft Root(TableDraft table)
    {
        var seen = new HashSet<TableDraft>();
        while (seen.Add(table) && table.Per is { } per)
            table = per.Parent;
        return table;
    }

    private static void BindReferenceRows(PlanDraft plan, TableDraft table)
    {
        foreach (ReferenceDraft reference in table.References.Where(reference => reference.RowSlot != table.Per?.RowSlot))
        {
            var source = (ReferenceSource)reference.Column.Source!;
            bool isDistinct = source.Distinct is { } within && IsParentColumn(plan, table, reference, within);
            bool isKey = table.Schema.Key.Length > 0 && table.Schema.Key.ToHashSet(StringComparer.Ordinal).SetEquals(reference.Column.Names);
            CheckOneToOne(plan, table, reference, source, isKey);
            CellDraft row = table.Cells[reference.RowSlot];
            row.Source = new ReferenceRowCells(reference.Parent.Index, source.Zipf, source.IsEarlier, reference.Column.IsUnique || isKey, isDistinct);
            row.Keyword = "references";
            if (isDistinct)
                row.Reads(table.Per!.RowSlot);
            new ParentChoiceBinder(plan, table, reference).Bind(row, source);
            new ColumnBinder(plan).BindReferenceRow(table, row, reference.Column);
            if (reference.Column.Names is [{ } only])
                table.Find(only)!.IsUnique = reference.Column.IsUnique || isKey;
        }
    }

    // A one-to-one reference takes every parent at most once, which leaves nothing to popularity or to what came earlier.
    private static void CheckOneToOne(PlanDraft plan, TableDraft table, ReferenceDraft reference, ReferenceSource source, bool isKey)
    {
        if (!isKey && !reference.Column.IsUnique)
            return;
        string name = $"{table.Name}.{reference.Name}";
        if (source.IsEarlier)
            plan.Bag.Add(
                PlanDiagnostics.UniqueUnsupported, reference.Column.Position, name, "an earlier row may be referred to by several rows",
                "Remove `unique` or `earlier`, and do not make it the key.");
        if (source.Zipf is not null)
            plan.Bag.Add(
                PlanDiagnostics.UniqueUnsupported, reference.Column.Position, name, "`skew` makes some parents come more often than others",
                "Remove `unique` or `skew`, and do not make it the key.");
    }

    // A number that is unique in one column is the one that the others of its entity show.
    private static void ShareNumbers(TableDraft table)
    {
        var numbers = table.Cells.Where(cell => cell.Source is SemanticCells { Type.Number: not "" })
            .GroupBy(cell => (((SemanticCells)cell.Source!).EntityStream, ((SemanticCells)cell.Source!).Type.Number));
        foreach (CellDraft cell in numbers.Where(number => number.Any(cell => cell.Source is SemanticCells { IsTagged: true })).SelectMany(number => number))
            cell.Source = ((SemanticCells)cell.Source!) with { FollowsTag = true };
    }

    private static bool IsParentColumn(PlanDraft plan, TableDraft table, ReferenceDraft reference, SchemaScalar within)
    {
        if (table.Per is null && table.Schema.Rows is RowsPer)
            return false;                                       // its parent is no table, which is told
        bool isParent = table.Per is { } per && (per.Reference?.Column.Names.Contains(within.Text) == true || per.Parent.Name == within.Text);
        if (!isParent)
            plan.Bag.Add(PlanDiagnostics.DistinctNotPer, within.Position, $"{table.Name}.{reference.Name}", within.Text);
        return isParent;
    }

    // What is too large was told with the request.
    private static long? OwnRows(TableDraft table, PlanRequest request) => table.Schema.Rows switch
    {
        FixedRows fixedRows => request.RowsFrom.GetValueOrDefault(table.Name)
            + (request.Rows.TryGetValue(table.Name, out long rows) ? rows : (long)Math.Ceiling(fixedRows.Count * request.Scale)),
        ListedRows listed => listed.Rows.Length,
        _ => null,
    };
}
