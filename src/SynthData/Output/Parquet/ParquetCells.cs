using System.Runtime.InteropServices;
using Parquet;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>Cells of one column in the form that Parquet.Net takes: the values that are not null, and for each row 1 or 0 for null.</summary>
internal abstract class ParquetCells
{
    protected List<int> Levels { get; } = [];

    public int Count => Levels.Count;

    /// <summary>Makes an empty column for a type.</summary>
    public static ParquetCells For(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => new ParquetCells<bool>((column, row) => ((Int64Column)column)[row] != 0, 1),
        ColumnKind.Int32 => new ParquetCells<int>((column, row) => checked((int)((Int64Column)column)[row]), sizeof(int)),
        ColumnKind.Int64 or ColumnKind.Time => new ParquetCells<long>((column, row) => ((Int64Column)column)[row], sizeof(long)),
        ColumnKind.Double => new ParquetCells<double>((column, row) => ((DoubleColumn)column)[row], sizeof(double)),
        ColumnKind.Decimal => new ParquetCells<decimal>(DecimalOf(type), sizeof(long)),
        ColumnKind.Date => new ParquetCells<DateOnly>((column, row) => CellText.ToDate(((Int64Column)column)[row]), sizeof(int)),
        ColumnKind.Timestamp => new ParquetCells<DateTime>((column, row) => CellText.ToDateTime(((Int64Column)column)[row]), sizeof(long)),
        ColumnKind.Uuid => new ParquetCells<Guid>((column, row) => CellText.ToGuid(((Int128Column)column)[row]), 16),
        _ => new ParquetTexts(),
    };

    public static ParquetCells Copy(ColumnType type, Column column, int count)
    {
        var cells = For(type);
        cells.Add(column, count);
        return cells;
    }

    /// <summary>The bytes that a row takes before compression, about.</summary>
    public abstract int BytesOf(int row);

    /// <summary>Appends rows of a column of the same type.</summary>
    public abstract void Append(ParquetCells source, int from, int count);

    public abstract Task WriteAsync(ParquetRowGroupWriter writer, DataField field, CancellationToken cancellationToken);

    public abstract void Clear();

    protected abstract void Add(Column column, int count);

    // Parquet.Net cuts places off that its field has not; a cell beyond its type's digits is a bug of ours and must not pass.
    private static Func<Column, int, decimal> DecimalOf(ColumnType type)
    {
        long limit = CellText.PowerOfTen(type.Precision);
        return (column, row) =>
        {
            long value = ((Int64Column)column)[row];
            return value > -limit && value < limit
                ? CellText.ToDecimal(value, type.Scale)
                : throw new InvalidOperationException($"A cell of type {type} has more than {type.Precision} digits.");
        };
    }
}

/// <summary>Cells of a type of fixed size.</summary>
internal class ParquetCells<T>(Func<Column, int, T> read, int bytesPerCell) : ParquetCells
    where T : struct
{
    private readonly List<T> values = [];

    // Where the values of the row asked last begin; rows are asked in order.
    private int cursorRow;
    private int cursorValue;

    public override int BytesOf(int row) => bytesPerCell;

    public override void Append(ParquetCells source, int from, int count)
    {
        var cells = (ParquetCells<T>)source;
        ReadOnlySpan<int> levels = CollectionsMarshal.AsSpan(cells.Levels).Slice(from, count);
        int first = cells.ValueIndex(from);
        int last = cells.ValueIndex(from + count);
        foreach (int level in levels)
            Levels.Add(level);
        Take(CollectionsMarshal.AsSpan(cells.values)[first..last]);
    }

    public override Task WriteAsync(ParquetRowGroupWriter writer, DataField field, CancellationToken cancellationToken) =>
        writer.WriteAllPartsAsync<T>(field, values.ToArray(), Levels.ToArray(), null, cancellationToken);

    public override void Clear()
    {
        Levels.Clear();
        values.Clear();
        (cursorRow, cursorValue) = (0, 0);
    }

    protected override void Add(Column column, int count)
    {
        Levels.EnsureCapacity(count);
        values.EnsureCapacity(count);
        for (int row = 0; row < count; row++)
        {
            bool isNull = column.IsNull(row);
            Levels.Add(isNull ? 0 : 1);
            if (!isNull)
                values.Add(read(column, row));
        }
    }

    protected virtual void Take(ReadOnlySpan<T> added) => values.AddRange(added);

    protected T ValueAt(int row) => values[ValueIndex(row)];

    protected bool IsNull(int row) => Levels[row] == 0;

    private int ValueIndex(int row)
    {
        if (row < cursorRow)
            (cursorRow, cursorValue) = (0, 0);
        while (cursorRow < row)
            cursorValue += Levels[cursorRow++];
        return cursorValue;
    }
}

/// <summary>Cells of text: views of pooled texts as they are, of others into one buffer a batch.</summary>
internal sealed class ParquetTexts() : ParquetCells<ReadOnlyMemory<char>>(null!, 0)
{
    private const int LengthBytes = 4;

    public override int BytesOf(int row) => LengthBytes + (IsNull(row) ? 0 : ValueAt(row).Length);

    protected override void Add(Column column, int count)
    {
        var text = (TextColumn)column;
        char[] buffer = text.Pool is null ? new char[LengthOf(text, count)] : [];
        int used = 0;
        ReadOnlyMemory<char>[] values = new ReadOnlyMemory<char>[count];
        int valueCount = 0;
        for (int row = 0; row < count; row++)
        {
            bool isNull = column.IsNull(row);
            Levels.Add(isNull ? 0 : 1);
            if (isNull)
                continue;
            if (text.Pool is { } pool)
            {
                values[valueCount++] = pool[text.Codes[row]].AsMemory();
                continue;
            }

            ReadOnlySpan<char> characters = text[row];
            characters.CopyTo(buffer.AsSpan(used));
            values[valueCount++] = buffer.AsMemory(used, characters.Length);
            used += characters.Length;
        }

        Take(values.AsSpan(0, valueCount));
    }

    private static int LengthOf(TextColumn text, int count)
    {
        int length = 0;
        for (int row = 0; row < count; row++)
            length += text.IsNull(row) ? 0 : text[row].Length;
        return length;
    }
}
