namespace SynthData;

/// <summary>How far a run is.</summary>
/// <param name="Table">The table being made.</param>
/// <param name="RowsDone">Rows of it that are checked and handed to the writer.</param>
/// <param name="RowsPlanned">Rows it will have.</param>
public sealed record RunProgress(string Table, long RowsDone, long RowsPlanned)
{
    /// <summary>How far the model is that is asked for the table; told twice a second. <value>Null: none is asked.</value></summary>
    public ModelProgress? Model { get; init; }
}
