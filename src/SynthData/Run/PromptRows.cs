using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Run;

/// <summary>The rows of a table as its model sees them: skeletons made locally, and answers checked in their rows.</summary>
internal sealed class PromptRows : IPromptRows
{
    private readonly TableProgram program;
    private readonly TablePlan table;
    private readonly RejectionLedger ledger;
    private readonly ImmutableArray<int> known;
    private readonly ImmutableArray<int> later;
    private readonly ImmutableArray<RowRulePlan> rules;
    private readonly PromptCheck check;
    private readonly ConcurrentDictionary<long, byte> counted = new();
    private readonly ConcurrentDictionary<long, byte> firstDraws = new();

    /// <param name="isRefused">Says of a text that its output will not take it; null where it takes every text.</param>
    public PromptRows(DatasetRun run, TablePlan table, RejectionLedger ledger, Func<string, bool>? isRefused)
    {
        this.table = table;
        this.ledger = ledger;
        program = run.Program(table.Index);
        rules = [.. table.RowRules.Where(rule => rule.ReadsModel && !IsLength(rule))];
        known = [.. table.ModelSlots.SelectMany(Mentioned).Concat(rules.SelectMany(rule => rule.Check.Slots).Where(IsShown)).Distinct()];
        later = [.. table.Order.Where(slot => program.ReadsModel[slot] && table.Cells[slot].Source is not ModelCells)];
        check = new PromptCheck(table, later, isRefused);
        Table = Describe(run.Plan);
    }

    /// <summary>What the model is told about the table.</summary>
    public PromptTable Table { get; }

    public IReadOnlyList<PromptSlot> Slots(long first, int count)
    {
        return ToSlots(Skeleton(RowIndices.From(first, count), count: true));
    }

    public IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers) => check.Find(Fill(answers));

    public PromptSlot? Redraw(long rowIndex)
    {
        byte draw = Skeleton([rowIndex], count: false).Draws[0];
        if (draw + 1 >= TableProgram.MaxDraws)
            return null;
        firstDraws[rowIndex] = (byte)(draw + 1);
        try
        {
            return ToSlots(program.Evaluate([rowIndex], program.Whole, ledger, FirstDraw))[0];
        }
        catch (GenerationException)         // no draw is left, so the row stays as it was
        {
            firstDraws[rowIndex] = draw;
            return null;
        }
    }

    public bool TryFallback(long rowIndex, int column, out string? text)
    {
        text = null;
        int slot = table.ModelSlots[column];
        if (program.Fallback(Skeleton([rowIndex], count: false), slot) is not { } cells || cells.States[0] == CellState.Error)
            return false;
        text = cells.IsNull(0) ? null : CellText.Format(cells, 0, table.Cells[slot].Type);
        return true;
    }

    private PromptSlot[] ToSlots(Frame frame)
    {
        Dictionary<int, Column> asked = table.ModelSlots.ToDictionary(slot => slot, slot => Asked(frame, slot));
        var slots = new PromptSlot[frame.Count];
        for (int row = 0; row < frame.Count; row++)
        {
            int place = row;
            slots[row] = new PromptSlot(
                frame.Rows[row],
                [.. known.Select(slot => frame[slot].IsNull(place) ? null : CellText.Format(frame[slot], place, table.Cells[slot].Type))],
                [.. table.ModelSlots.Select(slot => !asked[slot].IsNull(place))]);
        }

        return slots;
    }

    /// <summary>Makes the complete rows of a wave.</summary>
    public Frame Complete(IReadOnlyList<PromptAnswer> wave) => Fill(wave);

    private IEnumerable<int> Mentioned(int slot) =>
        table.Cells[slot].Inputs.Where(input => ((ModelCells)table.Cells[slot].Source).Prompt.Mentions.Contains(table.Cells[input].Name));

    // What a rule over prompt cells reads beside them is shown too, or the model could only guess how to keep it.
    private bool IsShown(int slot) => !program.ReadsModel[slot] && !table.Cells[slot].IsUnnamed;

    // A length is told with its column.
    private bool IsLength(RowRulePlan rule) =>
        rule.Check.Slots is [var slot] && table.Cells[slot] is { Source: ModelCells { Prompt.Length: not null } } cell && rule.Name == $"length of {cell.Name}";

    private Frame Fill(IReadOnlyList<PromptAnswer> answers)
    {
        Frame frame = Skeleton([.. answers.Select(answer => answer.RowIndex)], count: false);
        ImmutableArray<int> slots = table.ModelSlots;
        for (int index = 0; index < slots.Length; index++)
        {
            CellPlan cell = table.Cells[slots[index]];
            Column column = Column.For(cell.Type);
            column.Reset(answers.Count);
            for (int row = 0; row < answers.Count; row++)
            {
                string? text = answers[row].Cells[index];
                if (text is null || !CellText.TryParse(text, cell.Type, column, row))
                    column.States[row] = CellState.Null;
            }

            frame[cell.Slot] = column;
        }

        program.Fill(frame, later);
        return frame;
    }

    // Skeletons are pure, so they are made again where they are needed instead of kept; each row's rejections count once.
    private Frame Skeleton(long[] rows, bool count)
    {
        bool isNew = count && rows.All(row => counted.TryAdd(row, 0));
        return program.Evaluate(rows, program.Whole, isNew ? ledger : null, FirstDraw);
    }

    private byte FirstDraw(long row) => firstDraws.GetValueOrDefault(row);

    private Column Asked(Frame frame, int slot)
    {
        Column column = Column.For(table.Cells[slot].Type);
        column.Reset(frame.Count);
        program.Mask(frame, slot, column);
        return column;
    }

    private PromptTable Describe(DatasetPlan plan) => new()
    {
        Dataset = plan.Schema.Name,
        DatasetAbout = plan.Schema.About,
        Locale = plan.Schema.Locale,
        Seed = plan.Seed,
        Table = table.Name,
        TableAbout = table.Schema.About,
        RowCount = plan.AskedRows(table.Index),
        Unsolved = table.Schema.Unsolved,
        Known = [.. known.Select(slot => Known(plan, slot))],
        HasAxes = table.Schema.Axes is not null,
        Columns = [.. table.ModelSlots.Select(slot => ((ModelCells)table.Cells[slot].Source).Prompt)],
        Rules = [.. rules.Select(rule => new PromptRule(rule.Name, rule.Check.Text, rule.Why, check.PromptNames(rule.Check.Slots)))],
    };

    private KnownColumn Known(DatasetPlan plan, int slot)
    {
        CellPlan cell = table.Cells[slot];
        return new KnownColumn(cell.Name, cell.Type, About(plan, table, slot))
        {
            IsAxis = cell.Column is { IsAxis: true },
            Values = table.Closed.TryGetValue(slot, out ImmutableArray<string> values) ? values : null,
            IsComputed = cell.Column is null && cell.Source is not LookupCells,
        };
    }

    // A cell read through a reference is described where it is defined.
    private static string? About(DatasetPlan plan, TablePlan table, int slot) => table.Cells[slot] switch
    {
        { Column.About: { } about } => about,
        { Source: LookupCells lookup } => About(plan, plan.Tables[lookup.ParentTable], lookup.ParentSlot),
        _ => null,
    };
}
