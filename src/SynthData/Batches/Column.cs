using SynthData.Schema;

namespace SynthData.Batches;

/// <summary>The cells of one column for the rows of one frame: a typed buffer and a state for each cell.</summary>
/// <remarks>Mutable and owned by one frame; not thread-safe. What a cell that is not a value holds in the buffer is undefined.</remarks>
internal abstract class Column
{
    private CellState[] states = [];

    /// <summary>Cells in use; buffers may be longer.</summary>
    public int Count { get; private set; }

    public Span<CellState> States => states.AsSpan(0, Count);

    /// <summary>Makes an empty column with the storage that cells of a type take.</summary>
    public static Column For(ColumnType type) => type.Kind switch
    {
        ColumnKind.String or ColumnKind.Json => new TextColumn(),
        ColumnKind.Double => new DoubleColumn(),
        ColumnKind.Uuid => new Int128Column(),
        _ => new Int64Column(),
    };

    public bool IsNull(int row) => states[row] != CellState.Value;

    /// <summary>Makes room for <paramref name="count"/> cells, all of them values not yet set.</summary>
    public void Reset(int count)
    {
        if (states.Length < count)
            states = new CellState[count];
        states.AsSpan(0, count).Clear();
        Count = count;
        Resize(count);
    }

    /// <summary>Copies one cell of a column of the same storage into this one.</summary>
    public void Copy(Column source, int sourceRow, int row)
    {
        states[row] = source.states[sourceRow];
        if (states[row] == CellState.Value)
            CopyValue(source, sourceRow, row);
    }

    /// <summary>Copies a cell for each of this column's from a column of the same storage; a place below 0 gives null.</summary>
    public void Gather(Column source, ReadOnlySpan<int> places)
    {
        places = places[..Count];
        Span<CellState> targets = States;
        ReadOnlySpan<CellState> sources = source.States;
        for (int row = 0; row < places.Length; row++)
            targets[row] = places[row] < 0 ? CellState.Null : sources[places[row]];
        if (sources.Length > 0)
            GatherValues(source, places);
    }

    protected abstract void Resize(int count);

    protected abstract void CopyValue(Column source, int sourceRow, int row);

    // What is not a value may be copied or not.
    protected abstract void GatherValues(Column source, ReadOnlySpan<int> places);

    protected static void Gather<T>(ReadOnlySpan<T> sources, ReadOnlySpan<int> places, Span<T> targets)
    {
        targets = targets[..places.Length];
        for (int row = 0; row < places.Length; row++)
            targets[row] = sources[Math.Max(places[row], 0)];
    }
}

/// <summary>Cells stored in 64 bits.</summary>
/// <remarks>
/// bool 0 or 1; int32 and int64 themselves; decimal as a whole number of its last place (12.34 of scale 2 is 1234);
/// date in days and timestamp in microseconds since 1970-01-01; time in microseconds since midnight.
/// </remarks>
internal sealed class Int64Column : Column
{
    private long[] cells = [];

    public Span<long> Cells => cells.AsSpan(0, Count);

    public long this[int row]
    {
        get => cells[row];
        set => cells[row] = value;
    }

    protected override void Resize(int count)
    {
        if (cells.Length < count)
            cells = new long[count];
    }

    protected override void CopyValue(Column source, int sourceRow, int row) => cells[row] = ((Int64Column)source).cells[sourceRow];

    protected override void GatherValues(Column source, ReadOnlySpan<int> places) => Gather<long>(((Int64Column)source).Cells, places, cells);
}

/// <summary>Cells of type double.</summary>
internal sealed class DoubleColumn : Column
{
    private double[] cells = [];

    public Span<double> Cells => cells.AsSpan(0, Count);

    public double this[int row]
    {
        get => cells[row];
        set => cells[row] = value;
    }

    protected override void Resize(int count)
    {
        if (cells.Length < count)
            cells = new double[count];
    }

    protected override void CopyValue(Column source, int sourceRow, int row) => cells[row] = ((DoubleColumn)source).cells[sourceRow];

    protected override void GatherValues(Column source, ReadOnlySpan<int> places) => Gather<double>(((DoubleColumn)source).Cells, places, cells);
}

/// <summary>Cells stored in 128 bits: UUIDs (big-endian value), and inside expressions exact decimals and durations.</summary>
internal sealed class Int128Column : Column
{
    private Int128[] cells = [];

    public Span<Int128> Cells => cells.AsSpan(0, Count);

    public Int128 this[int row]
    {
        get => cells[row];
        set => cells[row] = value;
    }

    protected override void Resize(int count)
    {
        if (cells.Length < count)
            cells = new Int128[count];
    }

    protected override void CopyValue(Column source, int sourceRow, int row) => cells[row] = ((Int128Column)source).cells[sourceRow];

    protected override void GatherValues(Column source, ReadOnlySpan<int> places) => Gather<Int128>(((Int128Column)source).Cells, places, cells);
}
