using SynthData.Schema;

namespace SynthData.Batches;

/// <summary>Columns that are not in use, so that what one batch needs for a moment serves the next one too. Owned by one frame.</summary>
internal sealed class ColumnShelf
{
    private readonly Stack<Int64Column> longs = [];
    private readonly Stack<DoubleColumn> doubles = [];
    private readonly Stack<Int128Column> wides = [];
    private readonly Stack<TextColumn> texts = [];

    /// <summary>A column for cells of a type, reset to a number of them.</summary>
    public Column Take(ColumnType type, int count) => type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json => Take(texts, count),
        ColumnKind.Double => Take(doubles, count),
        ColumnKind.Uuid => Take(wides, count),
        _ => Take(longs, count),
    };

    public Int64Column TakeInt64(int count) => Take(longs, count);

    public DoubleColumn TakeDouble(int count) => Take(doubles, count);

    public Int128Column TakeInt128(int count) => Take(wides, count);

    public TextColumn TakeText(int count) => Take(texts, count);

    /// <summary>Puts a column back that nobody reads any more.</summary>
    public void Return(Column? column)
    {
        switch (column)
        {
            case Int64Column whole:
                longs.Push(whole);
                break;
            case DoubleColumn real:
                doubles.Push(real);
                break;
            case Int128Column wide:
                wides.Push(wide);
                break;
            case TextColumn text:
                texts.Push(text);
                break;
        }
    }

    private static TColumn Take<TColumn>(Stack<TColumn> free, int count)
        where TColumn : Column, new()
    {
        TColumn column = free.TryPop(out TColumn? used) ? used : new TColumn();
        column.Reset(count);
        return column;
    }
}
