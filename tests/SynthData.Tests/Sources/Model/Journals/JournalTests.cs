using System.Text;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Providers;
using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Journals;

public class JournalTests
{
    [Fact]
    public async Task A_second_run_asks_nothing_and_gives_the_same()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Truncated(5), new Fault.Missing(1), new Fault.Cells("title", "\"same\""));
        PromptTable table = Shop.Products(Shop.Title, Shop.Blurb);
        Run first = await bench.RunAsync(table, 100);
        await bench.RestartAsync();

        Run again = await bench.RunAsync(table, 100);
        Run replayed = await bench.ReplayAsync(table, 100);

        Assert.Equal(0, bench.Server.Calls);
        AssertSame(first, again);
        AssertSame(first, replayed);
    }

    [Fact]
    public async Task More_rows_buy_only_the_new_ones()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        Run few = await bench.RunAsync(Shop.Products(), 20);
        await bench.RestartAsync();

        Run more = await bench.RunAsync(Shop.Products(), 50);

        Assert.Equal(Shop.Texts(few.Answers), Shop.Texts(more.Answers)[..20]);
        Assert.Equal(Enumerable.Range(20, 30).Select(index => (long)index), bench.Server.Requests.SelectMany(request => request.Slots).Select(slot => slot.Id).Order());
        await bench.RestartAsync();
        AssertSame(more, await bench.RunAsync(Shop.Products(), 50));
        AssertSame(more, await bench.ReplayAsync(Shop.Products(), 50));
        Assert.Equal(0, bench.Server.Calls);
    }

    [Fact]
    public async Task One_more_column_buys_only_its_cells_and_shows_the_others()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        Run one = await bench.RunAsync(Shop.Products(Shop.Title), 20);
        await bench.RestartAsync();
        PromptTable wider = Shop.Products(Shop.Title, Shop.Blurb);

        Run two = await bench.RunAsync(wider, 20);

        Assert.Equal(Shop.Texts(one.Answers), Shop.Texts(two.Answers));
        Assert.All(bench.Server.Requests.SelectMany(request => request.Slots), slot => Assert.Equal(["blurb"], slot.Fill));
        Assert.Contains($"\"have\":{{\"title\":\"{one.Answers[0].Cells[0]}\"}}", bench.Server.Requests[0].User, StringComparison.Ordinal);
        AssertSame(two, await bench.ReplayAsync(wider, 20));
    }

    [Fact]
    public async Task Another_description_buys_the_cells_of_that_column_only()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable before = Shop.Products(Shop.Title, Shop.Blurb);
        Run first = await bench.RunAsync(before, 20);
        await bench.RestartAsync();
        PromptTable after = Shop.Products(Shop.Title, Shop.Column("blurb", "Damn a {kind} in one sentence."));

        Run second = await bench.RunAsync(after, 20);

        Assert.Equal(Shop.Texts(first.Answers), Shop.Texts(second.Answers));
        Assert.All(bench.Server.Requests.SelectMany(request => request.Slots), slot => Assert.Equal(["blurb"], slot.Fill));
        AssertSame(first, await bench.ReplayAsync(before, 20));
    }

    [Fact]
    public async Task Another_mentioned_cell_buys_that_row_again()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        PromptTable table = Shop.Products();
        await bench.RunAsync(table, 16);
        await bench.RestartAsync();
        var moved = new FakeRows(index => index == 5 ? Shop.Slot(table, index) with { Known = ["bell", "1.00"] } : Shop.Slot(table, index));
        var repriced = new FakeRows(index => index == 6 ? Shop.Slot(table, index) with { Known = ["tyre", "1.00"] } : Shop.Slot(table, index));

        await bench.RunAsync(table, 16, rows: moved);
        Assert.Equal([5L], bench.Server.Requests.SelectMany(request => request.Slots).Select(slot => slot.Id));

        await bench.RunAsync(table, 16, rows: repriced);       // the price is shown but not mentioned
        Assert.Equal(1, bench.Server.Calls);
    }

    [Fact]
    public async Task A_cancelled_run_goes_on_where_it_stopped()
    {
        await using EngineBench whole = await EngineBench.StartAsync();
        Run expected = await whole.RunAsync(Shop.Products(), 100);
        await using EngineBench bench = await EngineBench.StartAsync(request => request.Number == 4 ? new Fault.Hang() : null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(EngineBench.Token);
        using (Journal journal = Journal.Open(bench.JournalPath))
        using (var engine = new PromptEngine(bench.Connect(), journal, bench.Options()))
        {
            Task run = EngineBench.CollectAsync(engine, Shop.Products(), Shop.Rows(Shop.Products()), 100, stop.Token);
            while (bench.Server.Calls < 4)
                await Task.Yield();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        await bench.RestartAsync();
        Run resumed = await bench.RunAsync(Shop.Products(), 100);

        Assert.Equal(Shop.Texts(expected.Answers), Shop.Texts(resumed.Answers));
        Assert.Equal(4, bench.Server.Calls);                  // three of seven were paid before
        Assert.Equal(expected.Engine.Totals, resumed.Engine.Totals);
    }

    [Fact]
    public async Task Text_that_came_before_a_cancellation_is_kept()
    {
        await using EngineBench bench = await EngineBench.StartAsync(new Fault.Stall(3));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(EngineBench.Token);
        using (Journal journal = Journal.Open(bench.JournalPath))
        using (var engine = new PromptEngine(new ChatConnection(new StopAfterText(bench.Connect().Client, stop), "openai/sim"), journal, bench.Options()))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => EngineBench.CollectAsync(engine, Shop.Products(), Shop.Rows(Shop.Products()), 8, stop.Token));
        }

        Assert.Contains("\"end\":\"cut\"", await File.ReadAllTextAsync(bench.JournalPath, EngineBench.Token), StringComparison.Ordinal);
        await bench.RestartAsync();
        await bench.RunAsync(Shop.Products(), 8);
        Assert.Equal([3L, 4, 5, 6, 7], bench.Server.Requests[0].Slots.Select(slot => slot.Id));
    }

    [Fact]
    public async Task A_replay_ends_where_a_reply_is_missing()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        await bench.RunAsync(Shop.Products(), 20);

        GenerationException exception = await Assert.ThrowsAsync<GenerationException>(() => bench.ReplayAsync(Shop.Products(), 50));

        Assert.Equal("SD6005", exception.Diagnostic.Code);
        Assert.Contains("no reply for rows 20 to 31 of table 'products'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.Server.Calls);
    }

    [Fact]
    public async Task A_replay_of_no_model_or_of_several_wants_a_name()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        using (Journal journal = Journal.Open(bench.JournalPath))
        {
            journal.AppendAsk("k1", "openai/a", "t", [], "");
            journal.AppendAsk("k2", "openai/b", "t", [], "");
            GenerationException exception = Assert.Throws<GenerationException>(() => PromptEngine.Replay(journal, null, bench.Options()));
            Assert.Equal("SD6007", exception.Diagnostic.Code);
            Assert.Contains("openai/a, openai/b", exception.Message, StringComparison.Ordinal);
            using PromptEngine named = PromptEngine.Replay(journal, "openai/b", bench.Options());
            Assert.Equal("openai/b", named.Totals.Name);
        }
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_with_a_warning()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        await bench.RunAsync(Shop.Products(), 32);
        byte[] bytes = await File.ReadAllBytesAsync(bench.JournalPath, EngineBench.Token);
        await File.WriteAllBytesAsync(bench.JournalPath, bytes[..^100], EngineBench.Token);
        await bench.RestartAsync();

        using (Journal journal = Journal.Open(bench.JournalPath))
            Assert.Equal("SD5905", Assert.Single(journal.Warnings).Code);
        await bench.RunAsync(Shop.Products(), 32);

        Assert.Equal(1, bench.Server.Calls);
        using (Journal mended = Journal.Open(bench.JournalPath))
            Assert.Empty(mended.Warnings);
    }

    [Fact]
    public async Task A_line_damaged_in_the_middle_stops_the_run_and_changes_nothing()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        await bench.RunAsync(Shop.Products(), 32);
        byte[] bytes = await File.ReadAllBytesAsync(bench.JournalPath, EngineBench.Token);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(bench.JournalPath, bytes, EngineBench.Token);

        GenerationException exception = Assert.Throws<GenerationException>(() => Journal.Open(bench.JournalPath));

        Assert.Equal("SD5901", exception.Diagnostic.Code);
        Assert.Contains("Line 1 of the journal", exception.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.JournalPath, EngineBench.Token));
    }

    [Fact]
    public async Task A_newer_journal_is_refused_even_in_its_last_line()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        string line = Encoding.UTF8.GetString(JournalLine.Write(new CapabilityRecord(1, "seed", "openai/a")));
        string newer = line.Replace("{\"v\":1", "{\"v\":2", StringComparison.Ordinal);
        byte[] open = Encoding.UTF8.GetBytes(newer[..newer.IndexOf(",\"crc\"", StringComparison.Ordinal)]);
        uint crc = uint.MaxValue;
        foreach (byte value in open)
            crc = System.Numerics.BitOperations.Crc32C(crc, value);
        await File.WriteAllTextAsync(bench.JournalPath, $"{Encoding.UTF8.GetString(open)},\"crc\":\"{~crc:x8}\"}}\n", EngineBench.Token);

        GenerationException exception = Assert.Throws<GenerationException>(() => Journal.Open(bench.JournalPath));

        Assert.Equal("SD5902", exception.Diagnostic.Code);
    }

    [Fact]
    public async Task A_journal_serves_one_run_at_a_time_and_its_owner_only()
    {
        await using EngineBench bench = await EngineBench.StartAsync();
        using Journal journal = Journal.Open(bench.JournalPath);

        GenerationException exception = Assert.Throws<GenerationException>(() => Journal.Open(bench.JournalPath));

        Assert.Equal("SD5903", exception.Diagnostic.Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.JournalPath));
    }

    [Fact]
    public void A_journal_in_no_folder_is_told()
    {
        GenerationException exception = Assert.Throws<GenerationException>(() => Journal.Open(Path.Combine(Path.GetTempPath(), "no-such-folder", "a.journal.jsonl")));

        Assert.Equal("SD5904", exception.Diagnostic.Code);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Ünïcödé \u2028 \"quotes\" \\ \n 🚲")]
    [InlineData("half a pair \ud83d here")]
    public void Every_text_comes_back_from_its_line(string text)
    {
        var record = new ReplyRecord(7, "key", new Reply(text, ReplyEnd.Broken, null, 12, 34));

        byte[] line = JournalLine.Write(record);
        var read = Assert.IsType<ReplyRecord>(JournalLine.Read(line.AsSpan(..^1)));

        Assert.Equal((byte)'\n', line[^1]);
        Assert.Equal((text, ReplyEnd.Broken, (string?)null, 12L, 34L), (read.Reply.Text, read.Reply.End, read.Reply.Finish, read.Reply.TokensIn, read.Reply.TokensOut));
    }

    private static void AssertSame(Run expected, Run actual)
    {
        Assert.Equal(expected.Answers.Select(answer => string.Join('|', answer.Cells)), actual.Answers.Select(answer => string.Join('|', answer.Cells)));
        Assert.Equal(expected.Engine.Totals, actual.Engine.Totals);
        Assert.Equal(expected.Engine.Rejected.SelectMany(table => table.Value), actual.Engine.Rejected.SelectMany(table => table.Value));
    }
}
