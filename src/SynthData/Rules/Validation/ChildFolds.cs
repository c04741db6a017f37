using System.Runtime.InteropServices;
using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>What aggregates give in data: the children's files are read ahead of their parents', and folded by the parent's key.</summary>
/// <remarks>Memory: a hash and a value for each parent and aggregate, whatever the number of children.</remarks>
internal sealed class ChildFolds
{
    private readonly DatasetPlan plan;
    private readonly Dictionary<(int Table, int Slot), Fold> folds = [];

    public ChildFolds(DatasetPlan plan, SlotKnowledge knowledge)
    {
        this.plan = plan;
        foreach (TablePlan table in plan.Tables)
        {
            foreach (CellPlan cell in table.Cells.Where(cell => cell.Source is AggregateCells && knowledge.WhyNot(table.Index, cell.Slot) is null))
                folds[(table.Index, cell.Slot)] = new Fold((AggregateCells)cell.Source, ReferenceOf(plan, table, (AggregateCells)cell.Source)!, cell.Type);
        }
    }

    /// <summary>The tables to read ahead.</summary>
    public IEnumerable<TablePlan> Children => folds.Values.Select(fold => fold.Plan.ChildTable).Distinct().Order().Select(child => plan.Tables[child]);

    /// <summary>The columns through which the children say whose they are; null where none do.</summary>
    public static ReferencePlan? ReferenceOf(DatasetPlan plan, TablePlan table, AggregateCells aggregate)
    {
        TablePlan children = plan.Tables[aggregate.ChildTable];
        return ReferencePlan.Of(children).FirstOrDefault(reference => reference.RowSlot == children.Per!.RowSlot && reference.ParentTable == table.Index);
    }

    /// <summary>The columns to read of some children.</summary>
    public IEnumerable<BatchColumn> ColumnsOf(TablePlan children) => folds.Values
        .Where(fold => fold.Plan.ChildTable == children.Index)
        .SelectMany(fold => fold.Reference.Columns.Concat(fold.Plan.ChildSlots)).Distinct()
        .Select(slot => new BatchColumn(children.Cells[slot].Name, children.Cells[slot].Type));

    /// <summary>Folds the next children.</summary>
    public void Add(TablePlan children, RowBatch batch)
    {
        var frame = new Frame(children.Cells.Length);
        frame.Reset(RowIndices.From(0, batch.RowCount));
        for (int column = 0; column < batch.Columns.Length; column++)
            frame[children.Find(batch.Columns[column].Name)!.Slot] = batch.Cells(column);
        foreach (Fold fold in folds.Values.Where(fold => fold.Plan.ChildTable == children.Index))
            fold.Add(frame);
    }

    /// <summary>Gives an aggregate for each row of its table.</summary>
    public Column Fill(TablePlan table, CellPlan cell, Frame frame) => folds[(table.Index, cell.Slot)].Fill(cell, frame);

    private sealed class Fold(AggregateCells plan, ReferencePlan reference, ColumnType type)
    {
        private readonly Dictionary<UInt128, int> groups = [];
        private readonly AggregateFold fold = new(plan.Kind, type);
        private readonly ColumnType read = plan.Argument?.Type.Column ?? ColumnType.Int64;

        public AggregateCells Plan => plan;

        public ReferencePlan Reference => reference;

        public void Add(Frame frame)
        {
            Column cells = Column.For(read);
            plan.Argument?.EvaluateInto(frame, cells, read);
            for (int row = 0; row < frame.Count; row++)
            {
                if (CellHash.Of(frame, reference.Columns, row, out UInt128 hash) != CellState.Value)
                    continue;
                ref int group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, hash, out bool isKnown);
                if (!isKnown)
                    group = groups.Count - 1;
                if (plan.Argument is null)
                    fold.AddRows(group, 1);
                else
                    fold.Add(cells, row, group);
            }
        }

        // Group numbers begin at 0, so the number behind the last is the group of nothing.
        public Column Fill(CellPlan cell, Frame frame)
        {
            Column target = Column.For(cell.Type);
            target.Reset(frame.Count);
            for (int row = 0; row < frame.Count; row++)
            {
                CellState state = CellHash.Of(frame, reference.Targets, row, out UInt128 hash);
                if (state == CellState.Value)
                    fold.Write(groups.TryGetValue(hash, out int group) ? group : groups.Count, target, row);
                else
                    target.States[row] = CellState.Error;
            }

            return target;
        }
    }
}
