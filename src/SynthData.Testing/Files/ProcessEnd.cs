using System.Collections.Concurrent;

namespace SynthData.Testing.Files;

/// <summary>What is to be done when a fixture is disposed, or else when the process ends; once.</summary>
internal sealed class ProcessEnd : IDisposable
{
    private static readonly ConcurrentDictionary<ProcessEnd, Action> Waiting = new();

    static ProcessEnd() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        IsNear = true;
        foreach (ProcessEnd one in Waiting.Keys)
            one.Dispose();
    };

    private ProcessEnd()
    {
    }

    /// <summary>Whether the process ends.</summary>
    public static bool IsNear { get; private set; }

    public static IDisposable Call(Action action)
    {
        var one = new ProcessEnd();
        Waiting[one] = action;
        return one;
    }

    public void Dispose()
    {
        if (Waiting.TryRemove(this, out Action? action))
            action();
    }
}
