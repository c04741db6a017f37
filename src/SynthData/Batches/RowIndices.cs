namespace SynthData.Batches;

/// <summary>Indices of neighbouring rows.</summary>
internal static class RowIndices
{
    /// <summary>Gives <paramref name="count"/> indices from <paramref name="first"/> on.</summary>
    public static long[] From(long first, long count)
    {
        var rows = new long[count];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = first + row;
        return rows;
    }
}
