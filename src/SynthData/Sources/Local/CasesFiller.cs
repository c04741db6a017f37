using SynthData.Batches;
using SynthData.Expressions;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Local;

/// <summary>Fills each row from the first case whose condition is TRUE; null where none is.</summary>
/// <remarks>A condition that failed makes the cell an error, as it is not known which case holds.</remarks>
internal sealed class CasesFiller(ColumnType type, IReadOnlyList<(BoundExpression? When, ICellFiller Filler)> cases) : ICellFiller
{
    public void Fill(in FillRows rows, Frame frame, Column target)
    {
        using var marks = new Rented<bool>(rows.Count);
        Span<bool> isOpen = marks.Span;
        isOpen.Fill(true);
        target.States.Fill(CellState.Null);
        foreach ((BoundExpression? when, ICellFiller filler) in cases)
        {
            Int64Column? holds = Conditions.Evaluate(when, frame);
            Column cells = frame.Scratch.Take(type, rows.Count);
            filler.Fill(rows, frame, cells);
            for (int row = 0; row < rows.Count; row++)
            {
                if (!isOpen[row])
                    continue;
                bool failed = holds?.States[row] == CellState.Error;
                if (failed)
                    target.States[row] = CellState.Error;
                else if (holds is null || (holds.States[row] == CellState.Value && holds[row] != 0))
                    target.Copy(cells, row, row);
                else
                    continue;
                isOpen[row] = false;
            }

            frame.Scratch.Return(cells);
            frame.Scratch.Return(holds);
        }
    }
}
