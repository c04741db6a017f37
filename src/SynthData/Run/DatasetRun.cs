using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Sources.Knowledge;
using SynthData.Sources.Local;

namespace SynthData.Run;

/// <summary>A plan compiled to programs, one a table, that read one another's rows by recomputing them.</summary>
/// <remarks>Thread-safe once made. Tables a model fills are kept when they are finished, because they cannot be recomputed.</remarks>
internal sealed class DatasetRun
{
    /// <summary>Parent tables up to this many rows are computed once and kept, a slice at a time.</summary>
    private const long MaxKeptParents = 100_000;

    private readonly TableProgram[] programs;
    private readonly ChildIndex?[] children;
    private readonly long?[] counts;
    private readonly Frame?[] finished;
    private readonly Dictionary<(int Table, int RowSlot), Lazy<Frame>> kept = [];
    private readonly Dictionary<(int Table, int RowSlot), Slice> looked = [];
    private readonly ImmutableHashSet<int> made;

    /// <summary>Compiles a drafted plan and counts the rows of its <c>per</c> tables, parents first.</summary>
    /// <exception cref="Diagnostics.GenerationException">A count cannot be computed (SD4).</exception>
    public DatasetRun(DatasetPlan draft, CancellationToken cancellationToken)
    {
        Plan = draft;
        programs = new TableProgram[draft.Tables.Length];
        children = new ChildIndex[draft.Tables.Length];
        finished = new Frame[draft.Tables.Length];
        counts = [.. draft.RowCounts];
        foreach (int index in draft.Order)
        {
            TablePlan table = draft.Tables[index];
            if (table.Per is { } per)
            {
                long parents = counts[per.ParentTable]!.Value;
                var source = new LocalSource(Plan, table);
                SharedTotal? shared = per.Count.Total is { } total ? new SharedTotal(total, source.Key("#total")) : null;
                children[index] = new ChildIndex(
                    table, draft.Tables[per.ParentTable], programs[per.ParentTable], source.Counts(parents), shared, parents, cancellationToken);
                counts[index] = children[index]!.Count;
            }

            Plan = Plan with { RowCounts = [.. counts] };
            programs[index] = new TableProgram(this, table);
            TablePlan resolved = PinnedReferences.Resolve(this, table);
            if (!ReferenceEquals(resolved, table))
            {
                table = resolved;
                Plan = Plan with { Tables = Plan.Tables.SetItem(index, table) };
                programs[index] = new TableProgram(this, table);
            }

            RelateParents(table);
        }

        made = MadeTables.Of(Plan);
    }

    /// <summary>The plan, counts included.</summary>
    public DatasetPlan Plan { get; private set; }

    /// <summary>The tables, parents first.</summary>
    public IEnumerable<TablePlan> InOrder => Plan.Order.Select(index => Plan.Tables[index]);

    /// <summary>Says whether a table's rows can be made without a model's answers, its own and those of tables it reads.</summary>
    public bool IsLocal(TablePlan table) =>
        table.Cells.All(cell => cell.Source is not ModelCells)
        && table.Cells.All(cell => cell.Source is not LookupCells lookup || lookup.ParentTable == table.Index
            || !(PlanCheck.ReadsModel(Plan.Tables, Plan.Tables[lookup.ParentTable], lookup.ParentSlot)
                || UnsolvedCheck.IsUnsettled(Plan.Tables, Plan.Tables[lookup.ParentTable], lookup.ParentSlot)));

    /// <summary>Says whether a run makes a table as a whole, rather than single rows of it where they are read.</summary>
    public bool IsMade(TablePlan table) => made.Contains(table.Index);

    /// <summary>Says whether a run asks a model.</summary>
    public bool AsksModel => Plan.Tables.Any(table => IsMade(table) && !table.ModelSlots.IsEmpty);

    /// <summary>Says whether any column is filled from knowledge.</summary>
    public bool UsesKnowledge => Plan.Tables.Any(table => table.Cells.Any(cell => cell.Keyword.Contains("knowledge", StringComparison.Ordinal)));

    /// <summary>Says whether other tables read rows of one that a model fills.</summary>
    public bool IsRead(TablePlan table) => Plan.Tables.Any(other => other.Index != table.Index && other.Cells.Any(cell =>
        cell.Source is LookupCells lookup && lookup.ParentTable == table.Index
        && (PlanCheck.ReadsModel(Plan.Tables, table, lookup.ParentSlot) || UnsolvedCheck.IsUnsettled(Plan.Tables, table, lookup.ParentSlot))));

    /// <summary>A table's rows that no model is asked for.</summary>
    public TableProgram WithoutModel(TablePlan table) => new(this, table.WithoutModel());

    /// <summary>Tells of references that no parent can serve, such as by weights that are all 0.</summary>
    public void ReportParentChoices(DiagnosticBag bag)
    {
        foreach (TablePlan table in InOrder.Where(table => Plan.RowCount(table.Index) > 0))
        {
            foreach (Diagnostic fault in Program(table.Index).ParentChoices.Select(index => index.Fault).OfType<Diagnostic>())
                bag.Add(fault);
        }
    }

    /// <summary>Tells of unique columns for which knowledge has too few texts.</summary>
    public void ReportUniqueTexts(DiagnosticBag bag)
    {
        foreach (TablePlan table in InOrder)
        {
            long rows = Plan.RowCount(table.Index);
            foreach ((int slot, UniqueTexts texts) in Program(table.Index).UniqueTexts)
            {
                CellPlan cell = table.Cells[slot];
                if (texts.AreTooMany)
                    bag.Add(KnowledgeDiagnostics.UniqueTooMany, cell.Position, $"{table.Name}.{cell.Name}", rows * texts.Lists, texts.Lists, UniqueTexts.MaxTexts);
                else if (texts.Shortage is { } shortage)
                    bag.Add(KnowledgeDiagnostics.UniqueTooFew, cell.Position, $"{table.Name}.{cell.Name}", rows, shortage.Where, shortage.Texts);
            }
        }
    }

    /// <summary>The index of the first row of a table that is made; 0 unless earlier runs made those before it.</summary>
    public long FirstRow(int table)
    {
        TablePlan plan = Plan.Tables[table];
        if (plan.Per is not { } per)
            return Plan.RowsFrom.GetValueOrDefault(plan.Name);
        long parent = FirstRow(per.ParentTable);
        return parent == 0 ? 0 : Children(table).FirstOf(parent);
    }

    public TableProgram Program(int table) => programs[table];

    public ChildIndex Children(int table) => children[table] ?? throw new InvalidOperationException("The table has no parents.");

    /// <summary>Keeps a table that a model filled, for the tables that read it.</summary>
    public void Finish(int table, Frame rows) => finished[table] = rows;

    /// <summary>Every cell of a slot of a table, such as all of its keys.</summary>
    public Column KeysOf(int table, int slot) =>
        finished[table]?[slot] ?? programs[table].Evaluate(RowIndices.From(0, counts[table]!.Value), programs[table].SliceFor([slot]), null)[slot];

    /// <summary>Finds the parents that rows refer to, with every cell that is looked up through the same reference.</summary>
    public ParentRows Parents(TablePlan table, LookupCells lookup, Int64Column rows)
    {
        Slice slice = looked[(table.Index, lookup.RowSlot)];
        TableProgram parent = programs[lookup.ParentTable];
        if (slice.Slots.Any(slot => parent.ReadsModel[slot]) || (finished[lookup.ParentTable] is not null && IsDrawnAgain(parent, slice)))
            return AtTheirIndex(finished[lookup.ParentTable]!, rows);
        if (kept.TryGetValue((table.Index, lookup.RowSlot), out Lazy<Frame>? whole))
            return AtTheirIndex(whole.Value, rows);

        using var parents = new DistinctRows(rows);

        // Without a parent there is nothing to make; a chain of a table's own rows ends here.
        var found = new ParentRows(parents.Rows.IsEmpty ? new Frame(0) : parent.Evaluate(parents.Rows, slice, null), rows.Count);
        parents.Places.CopyTo(found.Places);
        return found;
    }

    // Whether rows may have got another draw than their first that stands, for a model did not solve them.
    private static bool IsDrawnAgain(TableProgram program, Slice slice) =>
        program.Table.IsRedrawn && slice.All.Any(slot => !program.Table.Cells[slot].IsFrozen);

    private bool IsUnsettled(TableProgram program, Slice slice) =>
        slice.All.Any(slot => UnsolvedCheck.IsUnsettled(Plan.Tables, program.Table, slot));

    // The frame holds every row of the parent's table.
    private static ParentRows AtTheirIndex(Frame all, Int64Column rows)
    {
        var found = new ParentRows(all, rows.Count);
        Span<int> places = found.Places;
        for (int row = 0; row < places.Length; row++)
            places[row] = rows.IsNull(row) ? -1 : (int)rows[row];
        return found;
    }

    // All cells looked up through one reference are computed in one pass over the parents.
    private void RelateParents(TablePlan table)
    {
        IEnumerable<IGrouping<(int RowSlot, int ParentTable), LookupCells>> references =
            table.Cells.Select(cell => cell.Source).OfType<LookupCells>().GroupBy(lookup => (lookup.RowSlot, lookup.ParentTable));
        foreach (IGrouping<(int RowSlot, int ParentTable), LookupCells> reference in references)
        {
            TableProgram parent = programs[reference.Key.ParentTable];
            Slice slice = parent.SliceFor(reference.Select(lookup => lookup.ParentSlot));
            looked[(table.Index, reference.Key.RowSlot)] = slice;
            long count = counts[reference.Key.ParentTable]!.Value;
            if (parent.Table != table && count <= MaxKeptParents && !slice.Slots.Any(slot => parent.ReadsModel[slot]) && !IsUnsettled(parent, slice))
                kept[(table.Index, reference.Key.RowSlot)] = new Lazy<Frame>(() => parent.Evaluate(RowIndices.From(0, count), slice, null).Keep());
        }
    }
}
