using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Rules.Validation;

/// <summary>The marked cells of one column, or of the columns of a composite reference, and whether each is wrong as its mark says.</summary>
internal sealed class MarkedColumn
{
    private readonly CheckContext context;
    private readonly CellPlan cell;
    private readonly FaultsPlan plan;
    private readonly int[] slots;
    private readonly SourceCheck source;
    private readonly ReferencePlan? reference;
    private readonly KnownRows? parents;
    private readonly bool canRead;
    private readonly HashSet<UInt128> values = [];
    private readonly List<(UInt128 Hash, long Row, string Shown)> duplicates = [];
    private Column[] read = [];
    private FaultKind?[] marks = [];

    public MarkedColumn(CheckContext context, CellPlan cell, SlotKnowledge knowledge, IReadOnlyList<KnownRows?> rows)
    {
        this.context = context;
        this.cell = cell;
        plan = cell.Faults!;
        TablePlan table = context.Table;
        reference = ReferencePlan.Of(table).FirstOrDefault(one => one.Columns.Contains(cell.Slot));
        slots = cell.Column!.Names.Length > 1 ? [.. reference!.Columns] : [cell.Slot];
        source = SourceCheck.For(cell, cell.Source, slot => knowledge.WhyNot(table.Index, slot) is null);
        canRead = source.Reads.All(slot => knowledge.WhyNot(table.Index, slot) is null);
        parents = reference is not null && knowledge.WhyNot(table.Index, reference.RowSlot) is null ? rows[reference.ParentTable] : null;
    }

    public int LabelSlot => plan.LabelSlot;

    /// <summary>What a label may say of this column.</summary>
    public IEnumerable<string> Labels => plan.Kinds.Select(share => plan.Label(share.Kind));

    /// <summary>Keeps the cells as they were read, and makes error cells of the marked ones.</summary>
    public void Take(Frame frame)
    {
        marks = new FaultKind?[frame.Count];
        var label = (TextColumn)frame[plan.LabelSlot];
        for (int row = 0; row < frame.Count; row++)
        {
            if (label.States[row] == CellState.Value)
                marks[row] = Mark(FaultLabel.Parts(label[row]));
        }

        read = [.. slots.Select(slot => frame[slot])];
        if (Array.TrueForAll(marks, mark => mark is null))
            return;
        for (int index = 0; index < slots.Length; index++)
        {
            Column taken = Column.For(context.Table.Cells[slots[index]].Type);
            taken.Reset(frame.Count);
            for (int row = 0; row < frame.Count; row++)
            {
                taken.Copy(read[index], row, row);
                if (marks[row] is not null)
                    taken.States[row] = CellState.Error;
            }

            frame[slots[index]] = taken;
        }
    }

    /// <summary>Checks the marked cells of rows whose other slots are filled.</summary>
    public void Check(Frame frame)
    {
        bool countsValues = plan.Kinds.Any(share => share.Kind == FaultKind.Duplicate);
        bool[] isUnreadable = CheckContext.Unreadable(frame, canRead ? source.Reads : []);
        Misfit[] misfits = [];
        for (int row = 0; row < frame.Count; row++)
        {
            bool isValue = Array.TrueForAll(read, column => column.States[row] == CellState.Value);
            if (countsValues && isValue && marks[row] is null)
                values.Add(CellHash.OfAll(read, row));
            if (marks[row] is not { } kind || Array.Exists(read, column => column.States[row] == CellState.Error))
                continue;
            if (kind == FaultKind.Duplicate && isValue)
                duplicates.Add((CellHash.OfAll(read, row), frame.Rows[row], Shown(row)));
            else if (!Is(kind, frame, row, isValue, isUnreadable[row] || !canRead, ref misfits))
                Tell(frame.Rows[row], kind, Shown(row));
        }
    }

    /// <summary>A repeat is one of what some other row has rightly.</summary>
    public void Close()
    {
        foreach ((UInt128 hash, long row, string shown) in duplicates.Where(duplicate => !values.Contains(duplicate.Hash)))
            Tell(row, FaultKind.Duplicate, shown);
    }

    private FaultKind? Mark(string[] parts)
    {
        foreach (FaultShare share in plan.Kinds)
        {
            if (parts.Contains(plan.Label(share.Kind)))
                return share.Kind;
        }

        return null;
    }

    private bool Is(FaultKind kind, Frame frame, int row, bool isValue, bool isUnknown, ref Misfit[] misfits)
    {
        if (kind == FaultKind.Null || !isValue)
            return kind == FaultKind.Null && read[0].States[row] == CellState.Null;
        if (kind == FaultKind.Orphan)
            return parents is null || parents.IsUnreadable(reference!.Targets) || parents.Find(reference.Targets, CellHash.OfAll(read, row)) is null;
        if (read[0] is TextColumn texts && !HasShape(kind, texts[row]))
            return false;
        if (isUnknown || source is AnyValueCheck)
            return true;                                        // what its source gives is not known, or anything
        if (misfits.Length == 0)
        {
            misfits = new Misfit[frame.Count];
            source.Find(frame, read[0], misfits);
        }

        return misfits[row].Kind != MisfitKind.None;
    }

    private static bool HasShape(FaultKind kind, ReadOnlySpan<char> text) => kind switch
    {
        FaultKind.Blank => text.IsEmpty,
        FaultKind.Whitespace => text.StartsWith(" ") || text.EndsWith(" ") || text.Contains("  ", StringComparison.Ordinal),
        FaultKind.Case => IsOneCase(text),
        _ => true,
    };

    private static bool IsOneCase(ReadOnlySpan<char> text)
    {
        bool hasUpper = false;
        bool hasLower = false;
        foreach (char letter in text)
        {
            hasUpper |= char.ToLowerInvariant(letter) != letter;
            hasLower |= char.ToUpperInvariant(letter) != letter;
        }

        return hasUpper != hasLower;
    }

    private string Shown(int row) =>
        string.Join(", ", read.Select((column, index) => context.Show(column, row, context.Table.Cells[slots[index]].Type)));

    private void Tell(long row, FaultKind kind, string shown) => context.Add(
        ListDiagnostics.FaultAbsent, $"{cell.Name} {kind}", cell.Position, () => [context.Places.Of(row), context.Names(slots), plan.Label(kind), shown]);
}
