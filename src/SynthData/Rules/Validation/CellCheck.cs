using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks the cells of a column: null where they must be, and else what their source gives.</summary>
/// <param name="source">Null where the source cannot be checked.</param>
/// <param name="mayBeNull">Whether null is a value like any other.</param>
internal sealed class CellCheck(CheckContext context, CellPlan cell, SourceCheck? source, bool mayBeNull) : IRowsCheck
{
    private readonly NullRule nulls = new(cell);

    public void Check(Frame frame)
    {
        Column cells = frame[cell.Slot];
        Truth[] conditions = nulls.Conditions(frame);
        bool[] allowsNull = nulls.AllowsNull(frame);
        bool[] isUnreadable = CheckContext.Unreadable(frame, [cell.Slot, .. nulls.Reads, .. source?.Reads ?? []]);
        var misfits = new Misfit[frame.Count];
        source?.Find(frame, cells, misfits);
        for (int row = 0; row < frame.Count; row++)
        {
            if (isUnreadable[row])
                continue;
            bool isNull = cells.States[row] == CellState.Null;
            if (conditions[row] != Truth.True)
                CheckCondition(frame, row, conditions[row], isNull);
            else if (!(isNull && (allowsNull[row] || mayBeNull)))
                Tell(frame, row, misfits[row]);
        }
    }

    private void CheckCondition(Frame frame, int row, Truth condition, bool isNull)
    {
        if (condition == Truth.Error)
            context.Add(DataDiagnostics.NoValue, cell.Name + " when", cell.Position, () =>
                [context.Places.Of(frame.Rows[row]), $"the condition of column '{context.Name(cell.Slot)}'", nulls.When!.Explain(frame, row)?.Message]);
        else if (!isNull)
            context.AddCell(DataDiagnostics.ValueUnexpected, cell, frame, row, () => [$"its condition '{nulls.When!.Text}' is not TRUE"]);
    }

    private void Tell(Frame frame, int row, Misfit misfit)
    {
        if (misfit.Kind == MisfitKind.Null)
            context.Add(DataDiagnostics.NullUnexpected, cell.Name, cell.Position, () => [context.Places.Of(frame.Rows[row]), context.Name(cell.Slot)]);
        else if (misfit.Kind != MisfitKind.None)
            misfit.By!.Tell(context, cell, frame, row, misfit.Kind);
    }
}
