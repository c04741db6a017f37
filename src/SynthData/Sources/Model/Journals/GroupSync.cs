namespace SynthData.Sources.Model.Journals;

/// <summary>Brings what was written to the disk for all who wait at once. Thread-safe.</summary>
/// <remarks>A sync that is under way may have begun before the latest bytes were written, so whoever comes meanwhile shares the next one.</remarks>
/// <param name="sync">Returns when everything written before its call is on disk.</param>
internal sealed class GroupSync(Action sync)
{
    private readonly Lock gate = new();
    private Task underWay = Task.CompletedTask;
    private Task? next;

    /// <summary>Waits until everything written before this call is on disk.</summary>
    public Task WaitAsync()
    {
        lock (gate)
        {
            if (next is not null)
                return next;
            if (underWay.IsCompleted)
                return underWay = Task.Run(sync);
            return next = AfterAsync(underWay);
        }
    }

    private async Task AfterAsync(Task earlier)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            underWay = next!;
            next = null;
        }

        sync();
    }
}
