namespace SynthData.Batches;

/// <summary>Indices of neighbouring rows.</summary>
internal static class RowIndices
{
    /// <summary>Gives <paramref name="count"/> indices from <paramref name="first"/> on.</summary>
    public static long[] From(long first, long count)
    {
        var rows = new long[count];
        Fill(rows, first);
        return rows;
    }

    /// <summary>Writes indices from <paramref name="first"/> on.</summary>
    public static void Fill(Span<long> rows, long first)
    {
        for (int row = 0; row < rows.Length; row++)
            rows[row] = first + row;
    }
}
