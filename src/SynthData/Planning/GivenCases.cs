using System.Buffers;

namespace SynthData.Planning;

/// <summary>The case of a conditional option by row: 0 for all without a condition, -1 where none holds. Disposed when it is read.</summary>
/// <param name="cases">From the shared pool, or null without a condition.</param>
internal readonly struct GivenCases(int[]? cases) : IDisposable
{
    /// <summary>True when all rows have the case 0.</summary>
    public bool IsSame => cases is null;

    public int this[int row] => cases is null ? 0 : cases[row];

    public void Dispose()
    {
        if (cases is not null)
            ArrayPool<int>.Shared.Return(cases);
    }
}
