using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output;

/// <summary>Narrows down the type of a column by the texts of its cells: the first of bool, int64, double, date, timestamp, time and uuid that takes them all.</summary>
/// <remarks>A number with zeros in front or a plus sign is a code, and codes are texts. A column without a value is of texts.</remarks>
internal sealed class TypeGuess
{
    private readonly List<(ColumnType Type, Column Cell)> open;
    private bool hasValues;

    /// <param name="kinds">What the column may be beside text, in the order of preference.</param>
    public TypeGuess(params IEnumerable<ColumnKind> kinds) => open = [.. kinds.Select(kind => (new ColumnType(kind), CellOf(kind)))];

    /// <summary>The types that a text may have where the format says nothing of types.</summary>
    public static TypeGuess OfText() => new(
        ColumnKind.Bool, ColumnKind.Int64, ColumnKind.Double, ColumnKind.Date, ColumnKind.Timestamp, ColumnKind.Time, ColumnKind.Uuid);

    /// <summary>The type that takes every cell so far.</summary>
    public ColumnType Type => hasValues && open.Count > 0 ? open[0].Type : ColumnType.Text;

    /// <summary>The type that holds the cells of both.</summary>
    public static ColumnType Common(ColumnType first, ColumnType second) =>
        first == second ? first : first.IsNumeric && second.IsNumeric ? new ColumnType(ColumnKind.Double) : ColumnType.Text;

    public void Add(ReadOnlySpan<char> text)
    {
        hasValues = true;
        for (int index = open.Count - 1; index >= 0; index--)
        {
            (ColumnType type, Column cell) = open[index];
            if ((type.IsNumeric && IsCode(text)) || !CellText.TryParse(text, type, cell, 0))
                open.RemoveAt(index);
        }
    }

    private static bool IsCode(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text.TrimStart('-');
        return text.StartsWith('+') || (digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]));
    }

    private static Column CellOf(ColumnKind kind)
    {
        var cell = Column.For(new ColumnType(kind));
        cell.Reset(1);
        return cell;
    }
}
