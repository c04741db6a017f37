using SynthData.Sources.Model.Journals;

namespace SynthData.Tests.Sources.Model.Journals;

public class GroupSyncTests
{
    [Fact]
    public async Task Who_comes_while_a_sync_is_under_way_shares_the_next_one()
    {
        int syncs = 0;
        using var begun = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var group = new GroupSync(() =>
        {
            Interlocked.Increment(ref syncs);
            begun.Release();
            go.Wait(TestContext.Current.CancellationToken);
        });

        Task first = group.WaitAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        Task[] others = [.. Enumerable.Range(0, 50).Select(_ => group.WaitAsync())];
        Assert.DoesNotContain(others, task => task.IsCompleted);
        go.Release(2);
        await Task.WhenAll([first, .. others]).WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, syncs);
    }

    [Fact]
    public async Task A_sync_that_fails_fails_for_all_who_wait_for_it_and_for_no_one_else()
    {
        bool isBroken = true;
        var group = new GroupSync(() =>
        {
            if (Volatile.Read(ref isBroken))
                throw new IOException("full");
        });

        await Assert.ThrowsAsync<IOException>(group.WaitAsync);
        Volatile.Write(ref isBroken, false);
        await group.WaitAsync();
    }
}
