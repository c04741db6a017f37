using System.Runtime.CompilerServices;

namespace SynthData.Run;

/// <summary>Bounded parallelism that keeps order.</summary>
internal static class Ordered
{
    /// <summary>Runs up to <paramref name="width"/> items at once and gives their results in the items' order.</summary>
    /// <remarks>A consumer that stops early, or a fault, leaves no task behind.</remarks>
    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IEnumerable<TIn> items, int width, Func<TIn, CancellationToken, Task<TOut>> start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inFlight = new Queue<Task<TOut>>(width);
        try
        {
            foreach (TIn item in items)
            {
                if (inFlight.Count == width)
                    yield return await inFlight.Dequeue();        // a slow head holds the window: order costs this much
                inFlight.Enqueue(start(item, stop.Token));
            }

            while (inFlight.TryDequeue(out Task<TOut>? next))
                yield return await next;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(inFlight)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
