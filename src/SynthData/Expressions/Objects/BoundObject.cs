using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Expressions.Objects;

/// <summary>An object whose expressions are bound. Immutable and thread-safe.</summary>
/// <remarks>Decimals are numbers with all places of their scale, dates and times ISO texts, and null is null.</remarks>
internal sealed class BoundObject(ImmutableArray<ObjectPart> parts)
{
    private const int MaxPrinted = 64;

    /// <summary>The expressions, in order.</summary>
    public IEnumerable<BoundExpression> Expressions => parts.OfType<ObjectCell>().Select(cell => cell.Expression);

    /// <summary>The slots that are read, each once.</summary>
    public ImmutableArray<int> Slots { get; } = [.. parts.OfType<ObjectCell>().SelectMany(cell => cell.Expression.Slots).Distinct()];

    /// <summary>True when a cell may be an error.</summary>
    public bool CanFail => parts.OfType<ObjectCell>().Any(cell =>
        cell.Expression.CanFail || (cell.Expression.SlotAlone is null && cell.Type.Kind == ColumnKind.Decimal));

    /// <summary>Writes a text for each row; an error where an expression failed.</summary>
    public void EvaluateInto(Frame frame, TextColumn target)
    {
        target.Reset(frame.Count);
        Column?[] cells = [.. parts.Select(part => part is ObjectCell cell ? Evaluate(frame, cell) : null)];
        var text = new CharacterBuffer();
        for (int row = 0; row < frame.Count; row++)
        {
            text.Clear();
            if (TryPrint(cells, row, text))
                target.Set(row, text.Written);
            else
                target.States[row] = CellState.Error;
        }

        foreach (Column? column in cells)
            frame.Scratch.Return(column);
    }

    private static Column Evaluate(Frame frame, ObjectCell cell)
    {
        Column cells = frame.Scratch.Take(cell.Type, frame.Count);
        cell.Expression.EvaluateInto(frame, cells, cell.Type);
        return cells;
    }

    private bool TryPrint(Column?[] cells, int row, CharacterBuffer text)
    {
        for (int index = 0; index < cells.Length; index++)
        {
            if (cells[index] is not { } column)
                text.Append(((ObjectLiteral)parts[index]).Text);
            else if (column.States[row] == CellState.Error)
                return false;
            else if (column.States[row] == CellState.Null)
                text.Append("null");
            else
                Print(column, row, ((ObjectCell)parts[index]).Type, text);
        }

        return true;
    }

    private static void Print(Column column, int row, ColumnType type, CharacterBuffer text)
    {
        if (column is TextColumn texts)
        {
            if (type.Kind == ColumnKind.Json)
                text.Append(texts[row]);
            else
                JsonText.AppendQuoted(texts[row], text);
            return;
        }

        bool isQuoted = !type.IsNumeric && type.Kind != ColumnKind.Bool;
        if (isQuoted)
            text.Append('"');
        text.Commit(CellText.Format(column, row, type, text.Room(MaxPrinted)));
        if (isQuoted)
            text.Append('"');
    }
}
