using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Replies;

namespace SynthData.Compile;

/// <summary>The pools of a column that is no text as rows that a model fills with ends and a median, or a share. Thread-safe.</summary>
internal sealed class SpreadRows(EntryPlan plan) : IPromptRows
{
    private readonly PromptColumn column = plan.Group.Columns[0];

    private bool IsShare => column.Type.Kind == ColumnKind.Bool;

    public IReadOnlyList<PromptSlot> Slots(long first, int count) => [.. Enumerable.Range((int)first, count).Select(Slot)];

    public IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers) =>
        [.. answers.Where(answer => answer.Cells.All(cell => cell is not null) && !IsRight(answer)).Select(Violation)];

    public PromptSlot? Redraw(long rowIndex) => null;

    /// <summary>A pool whose answer stays wrong is left out.</summary>
    public bool TryFallback(long rowIndex, int column, out string? text)
    {
        text = null;
        return true;
    }

    /// <summary>The answer as a file writes it.</summary>
    public WrittenEntry ToEntry(PromptAnswer answer) => IsShare
        ? new WrittenEntry([]) { Draw = SpreadDraw.OfShare(decimal.Parse(answer.Cells[0]!, NumberStyles.Float, CultureInfo.InvariantCulture)) }
        : new WrittenEntry([]) { Draw = SpreadDraw.Of(column.Type, answer.Cells[0]!, answer.Cells[1]!, answer.Cells[2]!) };

    private PromptSlot Slot(int index)
    {
        EntryPlace place = plan.Places[index];
        return new PromptSlot(index, plan.Pools[place.Pool].Wish.Given, [.. Enumerable.Repeat(!place.IsKept, IsShare ? 1 : 3)]);
    }

    private bool IsRight(PromptAnswer answer)
    {
        if (IsShare)
            return double.Parse(answer.Cells[0]!, CultureInfo.InvariantCulture) is >= 0 and <= 1;
        double[] values = [.. answer.Cells.Select(cell => SpreadDraw.Place(column.Type, cell!))];
        return values[0] <= values[1] && values[1] <= values[2];
    }

    private PromptViolation Violation(PromptAnswer answer)
    {
        SlotProblem problem = IsShare
            ? SlotProblem.Of(CompileDiagnostics.BadSpread, column.Name, column.Name, $"the share {answer.Cells[0]}, which is not between 0 and 1")
            : SlotProblem.Of(CompileDiagnostics.BadSpread, column.Name, column.Name, $"{answer.Cells[0]} and {answer.Cells[2]} as ends, with {answer.Cells[1]} as median");
        return new PromptViolation(answer.RowIndex, problem.Code, problem.Rule, problem.Message, IsShare ? ["share"] : ["low", "median", "high"]);
    }
}
