using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Journals;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>No answer is bought twice: calls are counted at the provider.</summary>
public class PaidOnceTests
{
    /// <summary>Ten calls: 160 rows, 16 a call, four calls a wave.</summary>
    private const string Shelf = """
        synthdata: 1
        name: shelf
        tables:
          books:
            rows: 160
            key: id
            columns:
              id:    { sequence: 1 }
              genre: { values: [crime, poetry, travel] }
              pages: { type: int32, range: [80, 900], about: Printed pages. }
              title: { prompt: 'Title of a {genre} book.', unique: true }
        """;

    private static bool AreRows(Func<long, bool> which, ModelBench bench) => bench.Server.Requests.SelectMany(request => request.Slots).All(slot => which(slot.Id));

    [Fact]
    public async Task A_second_run_is_already_complete_and_another_output_or_overwrite_asks_nothing()
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Missing(3), new Fault.Truncated(4), new Fault.Cells("title", "\"Same\"")));
        string schema = bench.Write("shelf.yaml", Shelf);
        RunManifest first = await bench.MakeAsync(schema, "made");
        byte[] bytes = await File.ReadAllBytesAsync(bench.At("made/books.csv"), ModelBench.Token);
        await bench.RestartAsync();

        Assert.Contains("already complete", (await bench.GenerateAsync(schema, "made")).Error, StringComparison.Ordinal);
        RunManifest overwritten = await bench.MakeAsync(schema, "made", "--overwrite");
        await bench.MakeAsync(schema, "replayed", "--replay");

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(first), ModelBench.Contents(overwritten));
        Assert.Equal(first.Model, overwritten.Model);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.At("made/books.csv"), ModelBench.Token));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.At("replayed/books.csv"), ModelBench.Token));
        Assert.Equal(await File.ReadAllTextAsync(bench.At("made/manifest.json"), ModelBench.Token), await File.ReadAllTextAsync(bench.At("replayed/manifest.json"), ModelBench.Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("kill")]
    [InlineData("interrupt")]
    public async Task A_run_that_was_killed_or_interrupted_goes_on_where_it_stopped(string how)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are of Unix.");
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("shelf.yaml", Shelf), "made");

        // Three calls are answered; the seventh arrives when at least two of their replies are on disk and the others are under way.
        var seventh = new TaskCompletionSource();
        await using ModelBench bench = await ModelBench.StartAsync(before: (request, stop) =>
        {
            if (request.Number == 7)
                seventh.SetResult();
            return request.Number <= 3 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, stop);
        });
        string schema = bench.Write("shelf.yaml", Shelf);
        using (ChildProgram program = ChildProgram.Start(bench.Root, "generate", schema, "-o", "made", "--model", "openai/test", "--concurrency", "4", "--base-url", bench.Server.BaseUrl.ToString()))
        {
            Task<CommandLine> end = program.EndAsync();
            await Task.WhenAny(seventh.Task, end).WaitAsync(TestContext.Current.CancellationToken);
            Assert.True(seventh.Task.IsCompleted, end.IsCompleted ? (await end).Error : "");
            program.Send(how == "kill" ? 9 : ChildProgram.Interrupt);
            Assert.Equal(how == "kill" ? 137 : 130, (await end).ExitCode);
        }

        Assert.False(Directory.Exists(bench.At("made")));
        int kept = Replies(bench.At("shelf.journal.jsonl"));
        Assert.InRange(kept, 2, 3);
        await bench.RestartAsync();
        RunManifest resumed = await bench.MakeAsync(schema, "made");

        Assert.Equal(whole.Server.Calls - kept, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(resumed));
        Assert.Equal(expected.Model, resumed.Model);
    }

    [Fact]
    public async Task A_cancelled_token_leaves_nothing_but_the_journal()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ModelBench.Token);
        await using ModelBench bench = await ModelBench.StartAsync(before: async (request, aborted) =>
        {
            if (request.Number == 6)
                await stop.CancelAsync();
        });
        string schema = bench.Write("shelf.yaml", Shelf);
        string[] args = ["generate", schema, "-o", bench.At("made"), "--model", "openai/test", "--base-url", bench.Server.BaseUrl.ToString()];

        CommandLine run = await bench.RunAsync(args, stop: stop.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal(["shelf.journal.jsonl", "shelf.yaml"], Directory.EnumerateFileSystemEntries(bench.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        int replies = Replies(bench.At("shelf.journal.jsonl"));
        await bench.RestartAsync();
        await bench.MakeAsync(schema, "made");
        Assert.InRange(bench.Server.Calls, 9 - replies, 20 - replies);       // what was cut is asked again for its missing rows
    }

    [Fact]
    public async Task More_rows_buy_only_the_new_ones()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        await bench.MakeAsync(schema, "few", "--rows", "40");
        await bench.RestartAsync();

        await bench.MakeAsync(schema, "more", "--rows", "100");

        Assert.True(AreRows(row => row >= 40, bench));
        Assert.Equal(60, bench.Server.Requests.Sum(request => request.Slots.Count));
        Assert.Equal(ModelBench.Query($"SELECT * FROM {bench.Csv("few", "books")}"), ModelBench.Query($"SELECT * FROM {bench.Csv("more", "books")}")[..40]);
        await bench.RestartAsync();
        await bench.MakeAsync(schema, "few-again", "--rows", "40");
        await bench.MakeAsync(schema, "more-again", "--rows", "100", "--replay");
        Assert.Equal(0, bench.Server.Calls);
    }

    [Fact]
    public async Task One_more_prompt_column_buys_its_own_cells_only()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("shelf.yaml", Shelf), "before");
        await bench.RestartAsync();

        await bench.MakeAsync(bench.Write("shelf.yaml", Shelf + "\n      blurb: { prompt: 'Praise of {title}.' }\n"), "after");

        Assert.All(bench.Server.Requests.SelectMany(request => request.Slots), slot => Assert.Equal(["blurb"], slot.Fill));
        Assert.Equal(9, bench.Server.Calls);
        Assert.Equal(Titles(bench, "before"), Titles(bench, "after"));
    }

    [Theory]
    [InlineData("about: Printed pages.", "about: Pages without the cover.")]       // a column nobody mentions
    [InlineData("range: [80, 900]", "range: [90, 700]")]
    [InlineData("    rows: 160", "    about: What is on the shelf.\n    rows: 160")]
    [InlineData("'Title of a {genre} book.', unique: true", "'Title of a {genre} book.'")]
    public async Task A_change_that_no_answer_depends_on_buys_nothing(string from, string to)
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("shelf.yaml", Shelf), "before");
        await bench.RestartAsync();
        string changed = Shelf.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Shelf, changed);

        await bench.MakeAsync(bench.Write("shelf.yaml", changed), "after");

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(Titles(bench, "before"), Titles(bench, "after"));
    }

    [Fact]
    public async Task A_new_rule_buys_only_the_rows_that_break_it()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("shelf.yaml", Shelf), "before");
        await bench.RestartAsync();
        long[] broken = [.. ModelBench.Query($"SELECT id::INT - 1 FROM {bench.Csv("before", "books")} WHERE title LIKE '%river%'").Select(long.Parse)];
        Assert.InRange(broken.Length, 1, 80);

        await bench.MakeAsync(bench.Write("shelf.yaml", Shelf + "\n    rules:\n      - title not like '%river%'\n"), "after");

        Assert.True(AreRows(broken.Contains, bench));
        Assert.Equal(0, ModelBench.Count($"{bench.Csv("after", "books")} WHERE title LIKE '%river%'"));
        Assert.Equal(160 - broken.Length, ModelBench.Count($"{bench.Csv("after", "books")} JOIN {bench.Csv("before", "books")} USING (id, title)"));
    }

    [Fact]
    public async Task A_reply_missing_in_a_replay_is_6_naming_the_rows()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        (await bench.GenerateAsync(schema, "none", "--replay")).AssertRefused(5, "SD5904", "shelf.journal.jsonl");
        await bench.MakeAsync(schema, "few", "--rows", "40");
        int calls = bench.Server.Calls;
        byte[] journal = await File.ReadAllBytesAsync(bench.At("shelf.journal.jsonl"), ModelBench.Token);

        (await bench.GenerateAsync(schema, "more", "--replay")).AssertRefused(6, "SD6005", "no reply for rows 40 to 47 of table 'books'");

        Assert.Equal(calls, bench.Server.Calls);
        Assert.False(Directory.Exists(bench.At("more")));
        Assert.Equal(journal, await File.ReadAllBytesAsync(bench.At("shelf.journal.jsonl"), ModelBench.Token));
        Assert.Equal(0, (await bench.RunAsync(["generate", schema, "-o", bench.At("again"), "--rows", "40", "--model", "openai/test", "--replay"])).ExitCode);
        (await bench.RunAsync(["generate", schema, "-o", bench.At("other"), "--rows", "40", "--model", "openai/other", "--replay"])).AssertRefused(6, "SD6005");
    }

    [Fact]
    public async Task A_torn_last_line_is_told_cut_and_costs_one_call()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        RunManifest first = await bench.MakeAsync(schema, "first");
        string path = bench.At("shelf.journal.jsonl");
        byte[] bytes = await File.ReadAllBytesAsync(path, ModelBench.Token);
        await File.WriteAllBytesAsync(path, bytes[..^40], ModelBench.Token);
        await bench.RestartAsync();

        CommandLine run = await bench.GenerateAsync(schema, "second");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: The last line of the journal", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(first), ModelBench.Contents(bench.ReadManifest("second")));

        await File.WriteAllBytesAsync(path, bytes[..^40], ModelBench.Token);
        CommandLine json = await bench.GenerateAsync(schema, "third", "--json");
        Assert.Contains("\"SD5905\"", json.Output, StringComparison.Ordinal);

        bytes[200] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, ModelBench.Token);
        (await bench.GenerateAsync(schema, "fourth")).AssertRefused(5, "SD5901", "Line 1 of the journal");
    }

    [Fact]
    public async Task A_journal_in_use_is_5_and_a_journal_elsewhere_is_used()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("shelf.yaml", Shelf);
        using (Journal.Open(bench.At("shelf.journal.jsonl")))
            (await bench.GenerateAsync(schema, "made")).AssertRefused(5, "SD5903", "--journal");
        Assert.Equal(0, bench.Server.Calls);

        await bench.MakeAsync(schema, "made", "--journal", bench.At("mine.jsonl"));

        Assert.True(File.Exists(bench.At("mine.jsonl")));
        Assert.Equal(0, new FileInfo(bench.At("shelf.journal.jsonl")).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.At("mine.jsonl")));
    }

    [Fact]
    public async Task What_a_server_refuses_is_refused_once_for_all_runs()
    {
        static Fault? Script(RecordedRequest request) => request.Has("response_format") ? new Fault.Status(400, "Failed to parse grammar") : null;
        await using ModelBench bench = await ModelBench.StartAsync(Script);
        string schema = bench.Write("shelf.yaml", Shelf);
        RunManifest plain = await bench.MakeAsync(schema, "made");
        Assert.InRange(bench.Server.Requests.Count(request => request.Has("response_format")), 2, 8);
        Assert.Equal(9, bench.Server.Requests.Count(request => !request.Has("response_format")));
        await bench.RestartAsync(Script);

        await bench.MakeAsync(schema, "more", "--rows", "200");

        Assert.Equal(2, bench.Server.Calls);
        Assert.All(bench.Server.Requests, request => Assert.False(request.Has("response_format")));
        await using ModelBench native = await ModelBench.StartAsync();
        Assert.Equal(ModelBench.Contents(plain), ModelBench.Contents(await native.MakeAsync(native.Write("shelf.yaml", Shelf), "made")));
        Assert.All(native.Server.Requests, request => Assert.True(request.Has("response_format")));
    }

    private static List<string> Titles(ModelBench bench, string output) => ModelBench.Query($"SELECT id, title FROM {bench.Csv(output, "books")}");

    private static int Replies(string journal) => File.ReadLines(journal).Count(line => line.Contains("\"kind\":\"reply\"", StringComparison.Ordinal));
}
