using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Rules;
using SynthData.Schema;

namespace SynthData.Run;

/// <summary>Finds the rows of a frame that break a rule or hold a failed cell.</summary>
internal sealed class RowCheck(TablePlan table, Slice slice)
{
    private static readonly List<int> None = [];

    /// <summary>Places of the rows that do not stand, in order. Not to be changed.</summary>
    public List<int> Find(Frame frame, RejectionLedger? ledger)
    {
        using var marks = new Rented<bool>(frame.Count);
        Span<bool> isBroken = marks.Span;
        isBroken.Clear();
        bool isAnyBroken = false;
        foreach (int slot in slice.Failing)
        {
            ReadOnlySpan<CellState> states = frame[slot].States;
            if (!states.Contains(CellState.Error))
                continue;
            isAnyBroken = true;
            for (int row = 0; row < states.Length; row++)
            {
                if (states[row] != CellState.Error || isBroken[row])
                    continue;
                isBroken[row] = true;
                string code = IsOpen(table.Cells[slot]) ? LocalDiagnostics.OverLimits.Code : RuleDiagnostics.CellFailed.Code;
                ledger?.Count(table.Name, frame.Rows[row], code, Shown(table.Cells[slot]).Name);
            }
        }

        foreach (RowRulePlan rule in slice.Rules)
        {
            using RuleVerdicts verdicts = RowRule.Check(rule, frame);
            if (!verdicts.IsAnyBroken)
                continue;
            isAnyBroken = true;
            for (int row = 0; row < isBroken.Length; row++)
            {
                if (!verdicts.IsBroken(row) || isBroken[row])
                    continue;
                isBroken[row] = true;
                ledger?.Count(table.Name, frame.Rows[row], RuleDiagnostics.RowRuleBroken.Code, rule.Name);
            }
        }

        return isAnyBroken ? Places(isBroken) : None;
    }

    /// <summary>The first of some rows that no redraw can help: a cell that stays as it is failed, or a rule over such cells is broken.</summary>
    public int? FirstBeyondRedraw(Frame frame, IReadOnlyList<int> broken)
    {
        if (broken.Count == 0)
            return null;
        int[] stuck = [.. slice.Failing.Where(slot => table.Cells[slot].IsFrozen)];
        RuleVerdicts[] verdicts = [.. slice.Rules.Where(rule => rule.IsFrozen).Select(rule => RowRule.Check(rule, frame))];
        foreach (int row in broken)
        {
            if (Array.Exists(stuck, slot => frame[slot].States[row] == CellState.Error) || Array.Exists(verdicts, verdict => verdict.IsBroken(row)))
                return row;
        }

        return null;
    }

    /// <summary>Ends the run where a cell failed that follows from the children of its row.</summary>
    public void ThrowIfLateFailed(Frame frame)
    {
        foreach (int slot in slice.LateFailing)
        {
            int row = frame[slot].States.IndexOf(CellState.Error);
            if (row >= 0)
                throw CellFailure(frame, row, table.Cells[slot], 1);
        }
    }

    /// <summary>Says why a row is given up.</summary>
    public GenerationException Failure(Frame frame, int row, int draws)
    {
        long index = frame.Rows[row];
        RowRulePlan? rule = slice.Rules.FirstOrDefault(rule => rule.IsFrozen && RowRule.Check(rule, frame).IsBroken(row));
        int place = slice.Failing.IndexOf(slice.Failing.FirstOrDefault(slot => frame[slot].States[row] == CellState.Error, -1));
        if (rule is null && place >= 0)
            return CellFailure(frame, row, table.Cells[slice.Failing[place]], draws);

        rule ??= slice.Rules.First(rule => RowRule.Check(rule, frame).IsBroken(row));
        string cells = Cells(frame, row, rule.Check.Slots);
        return new GenerationException(rule.IsFrozen
            ? RuleDiagnostics.FrozenRuleBroken.At(rule.Position, index, table.Name, rule.Name, cells, Parent(frame, row))
            : RuleDiagnostics.RowRuleBroken.At(rule.Position, index, table.Name, rule.Name, draws, cells, Parent(frame, row)));
    }

    private GenerationException CellFailure(Frame frame, int row, CellPlan cell, int draws) => new(IsOpen(cell)
        ? LocalDiagnostics.OverLimits.At(cell.Position, frame.Rows[row], table.Name, cell.Name, cell.Type, draws)
        : RuleDiagnostics.CellFailed.At(
            Shown(cell).Position ?? (cell.Source as AggregateCells)?.Position, frame.Rows[row], table.Name, Shown(cell).Name, draws, Cells(frame, row, cell.Inputs), Parent(frame, row), Why(cell, frame, row)));

    private static List<int> Places(ReadOnlySpan<bool> isBroken)
    {
        var broken = new List<int>();
        for (int row = 0; row < isBroken.Length; row++)
        {
            if (isBroken[row])
                broken.Add(row);
        }

        return broken;
    }

    private static string Why(CellPlan cell, Frame frame, int row) => cell.Source switch
    {
        ExpressionCells expression when expression.Expression.Explain(frame, row, cell.Type) is { } reason => reason.Message,
        AggregateCells => "what it reads of a child fails, or the result is beyond its type.",
        RangeCells => "its range is empty or has an end that fails.",
        ReferenceRowCells { Filter: { } filter } => $"no row of '{filter.ParentName}' that is left keeps its `where: {filter.Text.Text}`.",
        ReferenceRowCells => "every parent is taken by a row before it.",
        TemplateCells { CheckDigit: { } kind } => $"its text has no room for the check digit of {kind.ToString().ToLowerInvariant()}, or one of its placeholders fails.",
        TemplateCells when cell.Type.Kind == ColumnKind.Json => "its text is no JSON, or one of its placeholders fails.",
        _ => "what it is computed from fails, such as by a division by zero, an overflow or a value out of domain.",
    };

    // The slot of a parent's row shows itself as the column that holds its key.
    private CellPlan Shown(CellPlan cell) => cell.Source is ReferenceRowCells
        ? table.Cells.First(other => other.Column is not null && other.Source is LookupCells lookup && lookup.RowSlot == cell.Slot)
        : cell;

    private static bool IsOpen(CellPlan cell) => cell.Source is RangeCells range && range.Ranges.Any(one => one.IsOpen);

    private string Cells(Frame frame, int row, IEnumerable<int> slots) => RowWords.Of(table, frame, row, slots, value => value, "none");

    // When every draw of a row fails, what it inherits is often the reason.
    private string Parent(Frame frame, int row) =>
        table.Per is { } per && frame.IsFilled(per.RowSlot)
            ? string.Create(CultureInfo.InvariantCulture, $" Its parent is row {((Int64Column)frame[per.RowSlot])[row]} of table '{per.ParentName}'.")
            : "";
}
