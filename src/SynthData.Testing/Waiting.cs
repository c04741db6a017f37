namespace SynthData.Testing;

/// <summary>Waits for asynchronous work from a test that is not asynchronous.</summary>
internal static class Waiting
{
    // A context of the test framework may wait for the very thread that waits here; without one, another thread would only cost time.
    public static T For<T>(Func<Task<T>> work) => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default
        ? work().GetAwaiter().GetResult()
        : Task.Run(work).GetAwaiter().GetResult();
}
