using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Expressions.Templates;

/// <summary>A template or prompt whose placeholders are bound. Immutable and thread-safe.</summary>
internal sealed class BoundTemplate(ExpressionText source, ImmutableArray<TemplatePart> parts)
{
    /// <summary>The template as written, and where.</summary>
    public ExpressionText Source { get; } = source;

    public ImmutableArray<TemplatePart> Parts { get; } = parts;

    /// <summary>The placeholders' expressions, in order.</summary>
    public IEnumerable<BoundExpression> Expressions => Parts.OfType<TemplateValue>().Select(value => value.Expression);

    /// <summary>The slots that are read, each once.</summary>
    public ImmutableArray<int> Slots { get; } =
        [.. parts.OfType<TemplateValue>().SelectMany(value => value.Expression.Slots).Distinct()];

    /// <summary>True when a cell may be an error.</summary>
    public bool CanFail => Expressions.Any(expression => expression.CanFail || expression.Type.Kind == TypeKind.Decimal);

    /// <summary>Writes a text for each row; null where a placeholder without <c>?</c> is null.</summary>
    public void EvaluateInto(Frame frame, TextColumn target)
    {
        target.Reset(frame.Count);
        Column?[] cells = [.. Parts.Select(part => part is TemplateValue value ? Evaluate(frame, value.Expression) : null)];
        char[] buffer = new char[256];
        for (int row = 0; row < frame.Count; row++)
        {
            CellState state = StateAt(cells, row);
            if (state == CellState.Value)
                target.Set(row, Print(cells, row, ref buffer));
            target.States[row] = state;
        }
    }

    private static Column Evaluate(Frame frame, BoundExpression expression)
    {
        ColumnType type = TypeOf(expression);
        Column cells = Column.For(type);
        expression.EvaluateInto(frame, cells, type);
        return cells;
    }

    private static ColumnType TypeOf(BoundExpression expression) =>
        expression.Type.Column ?? throw new InvalidOperationException($"'{expression.Text}' has no spelling as text.");

    private CellState StateAt(Column?[] cells, int row)
    {
        CellState gravest = CellState.Value;
        for (int index = 0; index < cells.Length; index++)
        {
            CellState state = cells[index]?.States[row] ?? CellState.Value;
            if (state == CellState.Null && ((TemplateValue)Parts[index]).IsOptional)
                continue;
            gravest = state > gravest ? state : gravest;
        }

        return gravest;
    }

    private ReadOnlySpan<char> Print(Column?[] cells, int row, ref char[] buffer)
    {
        int used = 0;
        for (int index = 0; index < cells.Length; index++)
        {
            if (Parts[index] is TemplateLiteral literal)
                Append(literal.Text, ref buffer, ref used);
            else if (cells[index] is { } column && !column.IsNull(row))
                AppendCell(column, row, (TemplateValue)Parts[index], ref buffer, ref used);
        }

        return buffer.AsSpan(0, used);
    }

    private static void AppendCell(Column column, int row, TemplateValue value, ref char[] buffer, ref int used)
    {
        Span<char> printed = stackalloc char[512];
        if (column is TextColumn text)
        {
            Append(text[row], ref buffer, ref used);
            return;
        }

        ColumnType type = TypeOf(value.Expression);
        int written;
        if (value.Format is not { } format)
            written = CellText.Format(column, row, type, printed);
        else if (!ValueFormat.TryPrint(column, row, type, format, printed, out written))
            throw new InvalidOperationException($"'{format}' prints more than {printed.Length} characters.");
        Append(printed[..written], ref buffer, ref used);
    }

    private static void Append(ReadOnlySpan<char> text, ref char[] buffer, ref int used)
    {
        if (buffer.Length - used < text.Length)
            Array.Resize(ref buffer, Math.Max(used + text.Length, buffer.Length * 2));
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
    }
}
