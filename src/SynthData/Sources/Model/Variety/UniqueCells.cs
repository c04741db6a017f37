namespace SynthData.Sources.Model.Variety;

/// <summary>Which row owns each value of the unique columns of a table: the one place that keeps a set of values.</summary>
/// <remarks>Waves are judged one after the other and slots in order, so the lowest row index wins; not thread-safe.</remarks>
internal sealed class UniqueCells
{
    private readonly Dictionary<(int Column, string Text), long> owners = [];

    /// <summary>Takes a value for a row; false when another row has it.</summary>
    public bool Claim(int column, string text, long rowIndex) =>
        owners.TryAdd((column, text), rowIndex) || owners[(column, text)] == rowIndex;

    /// <summary>Gives a row's value back, because the row is asked again.</summary>
    public void Release(int column, string text, long rowIndex)
    {
        if (owners.TryGetValue((column, text), out long owner) && owner == rowIndex)
            owners.Remove((column, text));
    }
}
