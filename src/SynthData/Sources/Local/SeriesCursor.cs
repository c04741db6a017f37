using SynthData.Batches;

namespace SynthData.Sources.Local;

/// <summary>Goes along the rows of parents, each row's state following from that of the row before.</summary>
/// <remarks>
/// States are kept every <see cref="KeptEvery"/> rows and shared, so that a row far into its parent is reached without beginning at its
/// first. The cursor itself is one thread's.
/// </remarks>
/// <param name="next">Gives a row's state from the state before.</param>
internal sealed class SeriesCursor<T>(RowStates<T> kept, Func<long, T, T> next)
    where T : struct
{
    /// <summary>Rows from one kept state to the next.</summary>
    public const int KeptEvery = 4_096;

    private long reached = -1;
    private T state;

    /// <summary>The state of a row.</summary>
    /// <param name="first">The parent's first row.</param>
    /// <param name="start">The state before the first row.</param>
    /// <param name="row">The row, from <paramref name="first"/> on.</param>
    public T At(long first, T start, long row)
    {
        if (reached < first || reached > row)
            Begin(first, start, row);
        while (reached < row)
        {
            state = next(++reached, state);
            if ((reached - first) % KeptEvery == KeptEvery - 1)
                kept.Keep(reached, state);
        }

        return state;
    }

    private void Begin(long first, T start, long row) =>
        (reached, state) = row - first >= KeptEvery && kept.Last(first, row + 1) is { } known ? known : (first - 1, start);
}
