using SynthData.Batches;
using SynthData.Numerics;
using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <summary>Brings the values of expressions into columns: what goes there by itself, checked by value.</summary>
internal static class Receiver
{
    public static bool CanReceive(ExpressionType from, ColumnType to) => from.Kind switch
    {
        TypeKind.Null => true,
        TypeKind.Text => to.IsText,
        TypeKind.Int => to.IsNumeric,
        // A decimal without places is a whole number, such as floor gives.
        TypeKind.Decimal => to.Kind is ColumnKind.Decimal or ColumnKind.Double || (from.Scale == 0 && to.IsWhole),
        TypeKind.Double => to.Kind == ColumnKind.Double,
        TypeKind.Date => to.Kind is ColumnKind.Date or ColumnKind.Timestamp,
        _ => from.Column is { } own && own.Kind == to.Kind,
    };

    /// <summary>Writes all cells. The target has been reset to the number of cells.</summary>
    public static void Receive(Column from, ExpressionType fromType, Column target, ColumnType to)
    {
        Span<CellState> states = target.States;
        from.States[..states.Length].CopyTo(states);
        if (fromType.Kind == TypeKind.Null)
            return;
        switch (target)
        {
            case TextColumn text:
                ReceiveText((TextColumn)from, text, states, to);
                break;
            case DoubleColumn real:
                ReceiveDouble(from, fromType, real.Cells, states);
                break;
            case Int128Column wide:
                ((Int128Column)from).Cells[..states.Length].CopyTo(wide.Cells);
                break;
            case Int64Column narrow when from is Int128Column exact:
                ReceiveDecimal(exact.Cells, fromType.Scale, narrow.Cells, states, to);
                break;
            case Int64Column narrow:
                ReceiveWhole(((Int64Column)from).Cells, fromType, narrow.Cells, states, to);
                break;
        }
    }

    private static void ReceiveText(TextColumn from, TextColumn target, Span<CellState> states, ColumnType to)
    {
        // Codes stay codes: a category that goes through an expression is still a few texts.
        if (from.Pool is { } pool && to.Kind == ColumnKind.String)
        {
            target.UsePool(pool);
            from.Codes[..states.Length].CopyTo(target.Codes);
            return;
        }

        for (int row = 0; row < states.Length; row++)
        {
            if (states[row] != CellState.Value)
                continue;
            if (to.Kind == ColumnKind.String)
                target.Set(row, from[row]);
            else if (!CellText.TryParse(from[row], to, target, row))
                states[row] = CellState.Error;
        }
    }

    private static void ReceiveDouble(Column from, ExpressionType fromType, Span<double> cells, ReadOnlySpan<CellState> states)
    {
        switch (from)
        {
            case DoubleColumn real:
                real.Cells[..cells.Length].CopyTo(cells);
                break;
            case Int64Column whole:
                for (int row = 0; row < cells.Length; row++)
                    cells[row] = whole[row];
                break;
            case Int128Column exact:
                double divisor = (double)Rounding.PowerOfTen(fromType.Scale);
                for (int row = 0; row < cells.Length; row++)
                    cells[row] = states[row] == CellState.Value ? (double)exact[row] / divisor : 0;
                break;
        }
    }

    private static void ReceiveDecimal(ReadOnlySpan<Int128> from, int scale, Span<long> cells, Span<CellState> states, ColumnType to)
    {
        (Int128 low, Int128 high) = Limits(to);
        for (int row = 0; row < cells.Length; row++)
        {
            if (states[row] != CellState.Value)
                continue;
            if (Rounding.TryRescale(from[row], scale, to.Scale, out Int128 scaled) && scaled >= low && scaled <= high)
                cells[row] = (long)scaled;
            else
                states[row] = CellState.Error;
        }
    }

    private static void ReceiveWhole(ReadOnlySpan<long> from, ExpressionType fromType, Span<long> cells, Span<CellState> states, ColumnType to)
    {
        if (fromType.Kind == TypeKind.Date && to.Kind == ColumnKind.Timestamp)
        {
            for (int row = 0; row < cells.Length; row++)
                cells[row] = states[row] == CellState.Value ? from[row] * CellText.MicrosPerDay : 0;
            return;
        }

        if (fromType.Kind != TypeKind.Int || to.Kind == ColumnKind.Int64)
        {
            from[..cells.Length].CopyTo(cells);
            return;
        }

        (Int128 low, Int128 high) = Limits(to);
        Int128 factor = Rounding.PowerOfTen(to.Scale);
        for (int row = 0; row < cells.Length; row++)
        {
            if (states[row] != CellState.Value)
                continue;
            Int128 scaled = from[row] * factor;
            if (scaled >= low && scaled <= high)
                cells[row] = (long)scaled;
            else
                states[row] = CellState.Error;
        }
    }

    private static (Int128 Low, Int128 High) Limits(ColumnType to)
    {
        Int128 nines = Rounding.PowerOfTen(to.Precision) - 1;
        return to.Kind switch
        {
            ColumnKind.Decimal => (-nines, nines),
            ColumnKind.Int32 => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
    }
}
