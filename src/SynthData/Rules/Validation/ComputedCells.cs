using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Numerics.CheckDigits;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Computes the cells of columns that follow from others: expressions, templates, constants, and cases of these.</summary>
internal static class ComputedCells
{
    public static bool CanFill(CellPlan cell) => cell.Nulls is null && CanFill(cell.Source);

    public static Column Fill(CellPlan cell, Frame frame)
    {
        Column cells = Fill(cell.Source, cell, frame);
        if (cell.When is null)
            return cells;
        var truths = new Truth[frame.Count];
        cell.When.Test(frame, truths);
        for (int row = 0; row < frame.Count; row++)
        {
            if (truths[row] != Truth.True)
                cells.States[row] = truths[row] == Truth.Error ? CellState.Error : CellState.Null;
        }

        return cells;
    }

    private static bool CanFill(CellSource source) => source switch
    {
        ExpressionCells or TemplateCells or ObjectCells => true,
        CategoryCells category => category.Given is null && category.Cases[0].Indices.Length == 1,
        CasesCells cases => cases.Cases.All(branch => CanFill(branch.Source)),
        _ => false,
    };

    private static Column Fill(CellSource source, CellPlan cell, Frame frame)
    {
        Column target = Column.For(cell.Type);
        target.Reset(frame.Count);
        switch (source)
        {
            case ExpressionCells expression:
                expression.Expression.EvaluateInto(frame, target, cell.Type);
                break;
            case TemplateCells template:
                template.Template.EvaluateInto(frame, (TextColumn)target);
                for (int row = 0; template.CheckDigit is { } kind && row < frame.Count; row++)
                {
                    if (!target.IsNull(row) && !CheckedText.TryWrite(kind, ((TextColumn)target).Own(row)))
                        target.States[row] = CellState.Error;
                }

                break;
            case ObjectCells json:
                json.Object.EvaluateInto(frame, (TextColumn)target);
                break;
            case CategoryCells constant:
                for (int row = 0; row < frame.Count; row++)
                    target.Copy(constant.Values.Cells, constant.Cases[0].Indices[0], row);
                break;
            case CasesCells cases:
                FillCases(cases, cell, frame, target);
                break;
        }

        return target;
    }

    private static void FillCases(CasesCells cases, CellPlan cell, Frame frame, Column target)
    {
        int[] found = CaseFinder.Find(cases, frame);
        Column?[] branches = new Column?[cases.Cases.Length];
        for (int row = 0; row < frame.Count; row++)
        {
            if (found[row] < 0)
                target.States[row] = found[row] == CaseFinder.Failed ? CellState.Error : CellState.Null;
            else
                target.Copy(branches[found[row]] ??= Fill(cases.Cases[found[row]].Source, cell, frame), row, row);
        }
    }
}
