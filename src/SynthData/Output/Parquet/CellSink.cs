using SynthData.Batches;

namespace SynthData.Output.Parquet;

/// <summary>Sets the cells of a column to values read; one that does not fit is a problem.</summary>
internal sealed class CellSink(BatchColumn column, Column target, long firstRow, List<CellProblem> problems)
{
    public BatchColumn Column => column;

    public void Take<T>(T?[] values, Func<T, long?> convert)
        where T : struct
    {
        var cells = (Int64Column)target;
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value)
                cells.States[row] = CellState.Null;
            else if (convert(value) is { } converted)
                cells[row] = converted;
            else
                Refuse(row, FormattableString.Invariant($"{value}"));
        }
    }

    public void TakeReal<T>(T?[] values, Func<T, double> convert)
        where T : struct
    {
        var cells = (DoubleColumn)target;
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value)
                cells.States[row] = CellState.Null;
            else if (double.IsFinite(convert(value)))
                cells[row] = convert(value);
            else
                Refuse(row, FormattableString.Invariant($"{value}"));
        }
    }

    public void TakeGuid(Guid?[] values)
    {
        var cells = (Int128Column)target;
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is { } value)
                cells[row] = CellText.FromGuid(value);
            else
                cells.States[row] = CellState.Null;
        }
    }

    public void TakeText(string?[] values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value)
                target.States[row] = CellState.Null;
            else if (!CellText.TryParse(value, column.Type, target, row))
                Refuse(row, value);
        }
    }

    private void Refuse(int row, string text)
    {
        target.States[row] = CellState.Error;
        problems.Add(new CellProblem(firstRow + row + 1, column.Name, text, column.Type.ToString()));
    }
}
