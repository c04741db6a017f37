using SynthData.Diagnostics;
using SynthData.Testing;
using SynthData.Tests.Language;

namespace SynthData.Tests.Fixtures;

/// <summary>What is made once in a process, for how long, and by how many at once.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_that_nothing_can_change_are_made_once_and_others_are_everybodys_own()
    {
        Assert.Same(Fixture.Load<Order>("shop.yaml", rows: 9), Fixture.Load<Order>("shop.yaml", rows: 9));
        Assert.NotSame(Fixture.Load<Order>("shop.yaml", rows: 9), Fixture.Load<Order>("shop.yaml", rows: 8));

        Fixture.Load<Article>("shop.yaml", rows: 9)[0].Price = -1;
        Assert.True(Fixture.Load<Article>("shop.yaml", rows: 9)[0].Price > 0);
    }

    [Fact]
    public void A_list_of_rows_cannot_be_changed() =>
        Assert.Throws<NotSupportedException>(() => ((IList<Order>)Fixture.Load<Order>("shop.yaml", rows: 9))[0] = null!);

    [Fact]
    public void A_change_of_the_schema_its_knowledge_or_a_file_it_names_is_seen()
    {
        string schema = folder.Write("shop.yaml", Made.Items("a: { values: { file: words.csv } }\nb: { prompt: 'A word.', fallback: { constant: none } }"));
        folder.Write("words.csv", "a\nold\n");
        Assert.Equal(new Word("old", "none"), Load());

        folder.Write("words.csv", "a\nnew\n");
        Assert.Equal(new Word("new", "none"), Load());

        folder.Write("shop.knowledge.yaml", "synthdata-knowledge: 1\ncolumns: { items.b: { pools: [ { entries: [ { text: known } ] } ] } }\n");
        Assert.Equal(new Word("new", "known"), Load());

        File.Delete(folder.At("shop.knowledge.yaml"));
        folder.Write("shop.yaml", Made.Items("a: { constant: last }\nb: { constant: of all }"));
        Assert.Equal(new Word("last", "of all"), Load());
        Word Load() => Fixture.Load<Word>(schema, rows: 1, table: "items")[0];
    }

    [Fact]
    public void A_failure_is_forgotten()
    {
        string schema = folder.Write("shop.yaml", Made.Items("a: { values: [] }"));
        Assert.Throws<SchemaException>(() => Fixture.Load<Word>(schema, table: "items"));
        folder.Write("shop.yaml", Made.Items("a: { constant: x }\nb: { constant: y }"));
        Assert.Equal(100, Fixture.Load<Word>(schema, table: "items").Count);
    }

    [Fact]
    public async Task Many_threads_get_what_one_of_them_made()
    {
        string schema = folder.Write("shop.yaml", Made.Items("a: { semantic: person.full_name }\nb: { semantic: place.city }"));
        using var gate = new ManualResetEventSlim();
        Task<IReadOnlyList<Word>>[] loads = [.. Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
            () =>
            {
                gate.Wait(TestContext.Current.CancellationToken);
                return Fixture.Load<Word>(schema, rows: 50, table: "items");
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        gate.Set();
        IReadOnlyList<Word>[] made = await Task.WhenAll(loads);
        Assert.All(made, rows => Assert.Same(made[0], rows));
    }

    [Fact]
    public async Task Those_who_wait_for_a_making_that_fails_are_told_and_the_next_makes_anew()
    {
        var once = new MadeOnce<string, int>();
        int makings = 0;
        using var waiting = new CountdownEvent(2);
        Task<int>[] asked = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            waiting.Signal();
            return once.Get("key", () =>
            {
                Interlocked.Increment(ref makings);
                throw new InvalidOperationException();
            });
        }))];
        await Assert.ThrowsAsync<InvalidOperationException>(() => asked[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => asked[1]);
        Assert.InRange(makings, 1, 2);
        Assert.Equal(3, once.Get("key", () => 3));
        Assert.Equal(3, once.Get("key", () => throw new InvalidOperationException()));
    }

    [Fact]
    public async Task A_context_of_one_thread_is_not_waited_for()
    {
        string schema = folder.Write("shop.yaml", Made.Items("a: { constant: x }\nb: { constant: y }"));
        int rows = await Task.Factory.StartNew(
            () => Fixture.Load<Word>(schema, table: "items").Count,
            TestContext.Current.CancellationToken, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
        Assert.Equal(100, rows);
    }

    private sealed record Word(string A, string B);
}
