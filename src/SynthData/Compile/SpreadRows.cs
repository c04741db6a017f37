using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Replies;

namespace SynthData.Compile;

/// <summary>The pools of a column as rows that a model fills with ends and a median, a share or short values. Thread-safe.</summary>
internal sealed class SpreadRows(EntryPlan plan) : IPromptRows
{
    private readonly PromptColumn column = plan.Group.Columns[0];

    private ImmutableArray<string> Asked => column.Type.Kind switch { ColumnKind.Bool => ["share"], ColumnKind.String => ["values"], _ => ["low", "median", "high"] };

    public IReadOnlyList<PromptSlot> Slots(long first, int count) => [.. Enumerable.Range((int)first, count).Select(Slot)];

    public IReadOnlyList<PromptViolation> Check(IReadOnlyList<PromptAnswer> answers) =>
        [.. answers.Where(answer => answer.Cells.All(cell => cell is not null)).Select(Find).OfType<PromptViolation>()];

    public PromptSlot? Redraw(long rowIndex) => null;

    /// <summary>A pool whose answer stays wrong is left out.</summary>
    public bool TryFallback(long rowIndex, int column, out string? text)
    {
        text = null;
        return true;
    }

    /// <summary>The answer as a file writes it.</summary>
    public ImmutableArray<WrittenEntry> ToEntries(PromptAnswer answer) => column.Type.Kind switch
    {
        ColumnKind.Bool => [new WrittenEntry([]) { Draw = SpreadDraw.OfShare(decimal.Parse(answer.Cells[0]!, NumberStyles.Float, CultureInfo.InvariantCulture)) }],
        ColumnKind.String => ShortAnswers.Read(column, answer.Cells[0]!, out _),
        _ => [new WrittenEntry([]) { Draw = SpreadDraw.Of(column.Type, answer.Cells[0]!, answer.Cells[1]!, answer.Cells[2]!) }],
    };

    private PromptSlot Slot(int index)
    {
        EntryPlace place = plan.Places[index];
        return new PromptSlot(index, plan.Pools[place.Pool].Wish.Given, [.. Asked.Select(_ => !place.IsKept)]);
    }

    private PromptViolation? Find(PromptAnswer answer)
    {
        SlotProblem? problem = null;
        if (column.Type.Kind == ColumnKind.String)
            ShortAnswers.Read(column, answer.Cells[0]!, out problem);
        else if (column.Type.Kind == ColumnKind.Bool && double.Parse(answer.Cells[0]!, CultureInfo.InvariantCulture) is not (>= 0 and <= 1))
            problem = Problem($"the share {answer.Cells[0]}, which is not between 0 and 1");
        else if (column.Type.Kind != ColumnKind.Bool && !IsInOrder([.. answer.Cells.Select(cell => SpreadDraw.Place(column.Type, cell!))]))
            problem = Problem($"{answer.Cells[0]} and {answer.Cells[2]} as ends, with {answer.Cells[1]} as median");
        return problem is null ? null : new PromptViolation(answer.RowIndex, problem.Code, problem.Rule, problem.Message, Asked);
    }

    private static bool IsInOrder(double[] values) => values[0] <= values[1] && values[1] <= values[2];

    private SlotProblem Problem(string what) => SlotProblem.Of(CompileDiagnostics.BadSpread, column.Name, column.Name, what);
}
