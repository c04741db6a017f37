using System.Collections.Concurrent;

namespace SynthData.Testing;

/// <summary>Makes the value of a key once, however many threads ask at once. A failure is told to those who wait and forgotten.</summary>
internal sealed class MadeOnce<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<TValue>> made = new();

    public TValue Get(TKey key, Func<TValue> make)
    {
        if (made.TryGetValue(key, out Lazy<TValue>? once) && once.IsValueCreated)
            return once.Value;
        once = made.GetOrAdd(key, new Lazy<TValue>(make));
        try
        {
            return once.Value;
        }
        catch
        {
            made.TryRemove(new KeyValuePair<TKey, Lazy<TValue>>(key, once));
            throw;
        }
    }
}
