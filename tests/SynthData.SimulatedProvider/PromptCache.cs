using System.Collections.Concurrent;

namespace SynthData.SimulatedProvider;

/// <summary>System messages seen so far: what a prompt begins with costs less the second time. Thread-safe.</summary>
internal sealed class PromptCache(Func<string, int> tokens)
{
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Counts a request's messages.</summary>
    public PromptSize SizeOf(RecordedRequest request)
    {
        bool isNew = false;
        int system = seen.GetOrAdd(request.System, text =>
        {
            isNew = true;
            return tokens(text);
        });
        return new PromptSize(tokens(request.System + request.User), isNew ? 0 : system);
    }
}

/// <summary>Tokens of a prompt, and how many of them were read from the cache.</summary>
internal readonly record struct PromptSize(int Tokens, int Cached);
