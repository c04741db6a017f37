using Parquet;
using Parquet.Schema;
using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Output.Parquet;

/// <summary>Cells of one column in the form that Parquet.Net takes: the values that are not null, and for each row 1 or 0 for null.</summary>
/// <remarks>Used again once cleared. Memory stays what the longest use needed.</remarks>
internal abstract class ParquetCells
{
    private int[] levels = [];

    public int Count { get; private set; }

    /// <summary>The bytes that every row takes before compression; of a text, those of its length.</summary>
    public abstract int BytesPerRow { get; }

    protected ReadOnlyMemory<int> Levels => levels.AsMemory(0, Count);

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

    /// <summary>Appends the cells of a batch, copying them.</summary>
    public void Append(Column column, int count)
    {
        EnsureRoom(count);
        Span<int> added = levels.AsSpan(Count, count);
        ReadOnlySpan<CellState> states = column.States;
        if (!states.ContainsAnyExcept(CellState.Value))
        {
            added.Fill(1);
        }
        else
        {
            for (int row = 0; row < count; row++)
                added[row] = states[row] == CellState.Value ? 1 : 0;
        }

        Count += count;
        AppendValues(column, count);
    }

    /// <summary>Appends rows of a column of the same type.</summary>
    public void Append(ParquetCells source, int from, int count)
    {
        EnsureRoom(count);
        source.levels.AsSpan(from, count).CopyTo(levels.AsSpan(Count));
        Count += count;
        int first = Ones(source.levels.AsSpan(0, from));
        AppendValues(source, first, first + Ones(source.levels.AsSpan(from, count)));
    }

    /// <summary>Adds what each row's text takes beside <see cref="BytesPerRow"/>.</summary>
    public virtual void AddBytes(Span<int> rows)
    {
    }

    public abstract Task WriteAsync(ParquetRowGroupWriter writer, DataField field, CancellationToken cancellationToken);

    public virtual void Clear() => Count = 0;

    protected abstract void AppendValues(Column column, int count);

    protected abstract void AppendValues(ParquetCells source, int first, int end);

    private static int Ones(ReadOnlySpan<int> levels)
    {
        int ones = 0;
        foreach (int level in levels)
            ones += level;
        return ones;
    }

    private void EnsureRoom(int count)
    {
        if (levels.Length - Count < count)
            Array.Resize(ref levels, Math.Max(Count + count, levels.Length * 2));
    }

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
internal class ParquetCells<T>(Func<Column, int, T> read, int bytesPerRow) : ParquetCells
    where T : struct
{
    private T[] values = [];

    public override int BytesPerRow => bytesPerRow;

    protected int ValueCount { get; private set; }

    public override Task WriteAsync(ParquetRowGroupWriter writer, DataField field, CancellationToken cancellationToken) =>
        writer.WriteAllPartsAsync<T>(field, values.AsMemory(0, ValueCount), Levels, null, cancellationToken);

    public override void Clear()
    {
        base.Clear();
        ValueCount = 0;
    }

    protected override void AppendValues(Column column, int count)
    {
        Span<T> target = Room(count);
        ReadOnlySpan<CellState> states = column.States;
        int added = 0;
        for (int row = 0; row < count; row++)
        {
            if (states[row] == CellState.Value)
                target[added++] = read(column, row);
        }

        ValueCount += added;
    }

    protected override void AppendValues(ParquetCells source, int first, int end)
    {
        var cells = (ParquetCells<T>)source;
        cells.values.AsSpan(first, end - first).CopyTo(Room(end - first));
        ValueCount += end - first;
    }

    protected ReadOnlySpan<T> Values => values.AsSpan(0, ValueCount);

    protected void Add(T value)
    {
        Room(1)[0] = value;
        ValueCount++;
    }

    protected Span<T> Room(int count)
    {
        if (values.Length - ValueCount < count)
            Array.Resize(ref values, Math.Max(ValueCount + count, values.Length * 2));
        return values.AsSpan(ValueCount);
    }
}
