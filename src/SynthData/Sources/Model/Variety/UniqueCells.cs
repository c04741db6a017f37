namespace SynthData.Sources.Model.Variety;

/// <summary>Which row owns each value of the unique columns of a table: the one place that keeps a set of values.</summary>
/// <remarks>Waves are judged one after the other and slots in order, so the lowest row index wins; not thread-safe.</remarks>
internal sealed class UniqueCells
{
    private readonly Dictionary<(int Column, string Text), long> owners = [];
    private readonly Dictionary<long, List<(int Column, string Text)>> owned = [];

    /// <summary>Takes a value for a row; false when another row has it.</summary>
    public bool Claim(int column, string text, long rowIndex)
    {
        if (!owners.TryAdd((column, text), rowIndex))
            return owners[(column, text)] == rowIndex;
        if (!owned.TryGetValue(rowIndex, out List<(int Column, string Text)>? values))
            owned.Add(rowIndex, values = []);
        values.Add((column, text));
        return true;
    }

    /// <summary>Gives a row's values back, because cells of it were asked again.</summary>
    public void Release(long rowIndex)
    {
        if (!owned.Remove(rowIndex, out List<(int Column, string Text)>? values))
            return;
        foreach ((int column, string text) in values)
            owners.Remove((column, text));
    }
}
