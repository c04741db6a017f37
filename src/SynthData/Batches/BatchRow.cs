namespace SynthData.Batches;

/// <summary>One row of a <see cref="RowBatch"/>, its cells typed and not boxed. What codegen writes reads its properties from it.</summary>
/// <remarks>Columns count from 0, in the order in which the record type names them. A cell is read as the type that its column has.</remarks>
public readonly ref struct BatchRow
{
    private readonly RowBatch batch;
    private readonly ReadOnlySpan<int> places;
    private readonly int row;

    /// <param name="places">By column of the record type: the column of the batch.</param>
    internal BatchRow(RowBatch batch, ReadOnlySpan<int> places, int row)
    {
        this.batch = batch;
        this.places = places;
        this.row = row;
    }

    /// <summary>Says whether a cell is null; such a cell must not be read.</summary>
    public bool IsNull(int column) => Cells(column).IsNull(row);

    /// <summary>Gives a text; equal texts of a category or of a list are one string.</summary>
    public string GetString(int column)
    {
        var cells = (TextColumn)Cells(column);
        return cells.Pool is { } pool ? pool[cells.Codes[row]] : new string(cells[row]);
    }

    /// <summary>Gives true or false.</summary>
    public bool GetBoolean(int column) => Whole(column) != 0;

    /// <summary>Gives a whole number of 32 bits.</summary>
    public int GetInt32(int column) => (int)Whole(column);

    /// <summary>Gives a whole number of 64 bits.</summary>
    public long GetInt64(int column) => Whole(column);

    /// <summary>Gives a number of 64 bits, never NaN or infinite.</summary>
    public double GetDouble(int column) => ((DoubleColumn)Cells(column))[row];

    /// <summary>Gives an exact number, with all places of the column's scale.</summary>
    public decimal GetDecimal(int column) => CellText.ToDecimal(Whole(column), batch.Columns[places[column]].Type.Scale);

    /// <summary>Gives a day.</summary>
    public DateOnly GetDate(int column) => CellText.ToDate(Whole(column));

    /// <summary>Gives a time of day, exact to the microsecond.</summary>
    public TimeOnly GetTime(int column) => CellText.ToTime(Whole(column));

    /// <summary>Gives a day and time without a zone (<see cref="DateTimeKind.Unspecified"/>), exact to the microsecond.</summary>
    public DateTime GetDateTime(int column) => CellText.ToDateTime(Whole(column));

    /// <summary>Gives a 128-bit identifier.</summary>
    public Guid GetGuid(int column) => CellText.ToGuid(((Int128Column)Cells(column))[row]);

    private Column Cells(int column) => batch.Cells(places[column]);

    private long Whole(int column) => ((Int64Column)Cells(column))[row];
}
