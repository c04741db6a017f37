using System.Buffers;

namespace SynthData.Batches;

/// <summary>Room for some values from the shared pool, given back when disposed. What it holds at first is undefined.</summary>
internal readonly struct Rented<T>(int count) : IDisposable
    where T : unmanaged
{
    private readonly T[] room = ArrayPool<T>.Shared.Rent(count);
    private readonly int count = count;

    public Span<T> Span => room.AsSpan(0, count);

    public void Dispose() => ArrayPool<T>.Shared.Return(room);
}
