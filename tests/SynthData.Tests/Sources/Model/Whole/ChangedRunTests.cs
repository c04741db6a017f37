using System.Globalization;
using System.Text;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Replies;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>What may change between two runs over one journal, and buys nothing that is there.</summary>
public class ChangedRunTests
{
    private const string Shelf = """
        synthdata: 1
        name: shelf
        tables:
          books:
            rows: 120
            key: id
            columns:
              id:    { sequence: 1 }
              genre: { values: [crime, poetry, travel] }
              title: { prompt: 'Title of a {genre} book.', unique: true }
              blurb: { prompt: 'Praise of {title}.' }
        """;

    private static readonly Fault?[] Troubles = [new Fault.Truncated(4), new Fault.Missing(3), null, new Fault.Cells("title", "\"Same\""), new Fault.Says("Let me think about it.")];

    [Theory]
    [InlineData("--concurrency", "1")]
    [InlineData("--concurrency", "3", "--requests-per-minute", "30", "--tokens-per-minute", "9000")]
    [InlineData("--max-calls", "1")]
    [InlineData("--token-budget", "1")]
    [InlineData("--max-cost", "0.0001", "--price-in", "5", "--price-out", "20")]
    [InlineData("--timeout", "3h", "--patience", "9h")]
    [InlineData("--format", "parquet")]
    [InlineData("--format", "jsonl", "--compression", "gzip")]
    [InlineData("--threads", "1")]
    [InlineData("--replay")]
    public async Task Another_server_and_other_limits_or_files_buy_nothing(params string[] options)
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(Troubles));
        string schema = bench.Write("shelf.yaml", Shelf);
        RunManifest first = await bench.MakeAsync(schema, "first");
        Uri url = bench.Server.BaseUrl;
        await bench.RestartAsync();
        Assert.NotEqual(url, bench.Server.BaseUrl);

        RunManifest second = await bench.MakeAsync(schema, "second", options);

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(first), ModelBench.Contents(second));
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Tables.SelectMany(table => table.Rejected), second.Tables.SelectMany(table => table.Rejected));
    }

    [Fact]
    public async Task A_journal_that_was_renamed_and_a_schema_that_was_moved_buy_nothing()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        RunManifest first = await bench.MakeAsync(bench.Write("shelf.yaml", Shelf), "first");
        File.Move(bench.At("shelf.journal.jsonl"), bench.At("answers of May.jsonl"));
        File.Move(bench.At("shelf.yaml"), Directory.CreateDirectory(bench.At("moved")).FullName + "/library.yaml");
        await bench.RestartAsync();

        RunManifest second = await bench.MakeAsync(bench.At("moved/library.yaml"), "second", "--journal", bench.At("answers of May.jsonl"));

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(first), ModelBench.Contents(second));
    }

    [Fact]
    public async Task One_more_table_buys_its_own_rows_only()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        RunManifest before = await bench.MakeAsync(bench.Write("shelf.yaml", Shelf), "before");
        await bench.RestartAsync();
        const string Readers = """

              readers:
                rows: 20
                key: id
                columns:
                  id:    { sequence: 1 }
                  book:  { references: books.id }
                  claim: { prompt: 'What the reader says of {book.title}.' }
            """;

        RunManifest after = await bench.MakeAsync(bench.Write("shelf.yaml", Shelf + Readers), "after");

        Assert.Equal(Enumerable.Range(0, 20).Select(id => (long)id), bench.Server.Requests.SelectMany(request => request.Slots).Select(slot => slot.Id).Order());
        Assert.Equal(ModelBench.Contents(before), ModelBench.Contents(after).Split(' ')[0]);
    }

    [Fact]
    public async Task Runs_that_a_budget_stops_buy_together_what_one_run_buys()
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("shelf.yaml", Shelf), "made");
        await using ModelBench bench = await ModelBench.StartAsync(before: FaultMix.Dawdle);
        string schema = bench.Write("shelf.yaml", Shelf);

        int runs = 0;
        CommandLine run;
        do
        {
            int before = bench.Server.Calls;
            run = await bench.GenerateAsync(schema, "made", "--max-calls", "3");
            Assert.InRange(bench.Server.Calls - before, 1, 3);
        }
        while (run.ExitCode == 4 && ++runs < 20);

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(runs, 1, 10);
        Assert.Equal(whole.Server.Calls, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(bench.ReadManifest("made")));
    }

    /// <summary>Wrappings of rows; a reader that knew fewer would have asked again.</summary>
    [Theory]
    [InlineData("Here you are:\n```json\n{0}\n```\nAnything else?")]
    [InlineData("<think>[1, 2] {{\"a\": 3}}</think>{0}")]
    [InlineData("{{\"result\":{{\"note\":\"as asked\",\"answer\":{0}}}}}")]
    public async Task A_reader_that_understands_more_uses_what_was_paid_when_it_did_not(string wrapping)
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Says("I wrote all rows."), new Fault.Says("Done.")));
        string schema = bench.Write("shelf.yaml", Shelf);
        RunManifest first = await bench.MakeAsync(schema, "first");
        int calls = bench.Server.Calls;
        int mended = Rewrap(bench.At("shelf.journal.jsonl"), wrapping);
        Assert.Equal(2, mended);
        await bench.RestartAsync();

        RunManifest second = await bench.MakeAsync(schema, "second");

        Assert.Equal(0, bench.Server.Calls);
        Assert.Equal(120, ModelBench.Count(bench.Csv("second", "books")));
        Assert.Equal(calls, first.Model!.Calls);
        Assert.InRange(second.Model!.Calls, calls - mended, calls - 1);          // the second asks are not needed any more
    }

    // Puts the later answer about the same rows, in a wrapping, into each answer that had none.
    private static int Rewrap(string path, string wrapping)
    {
        List<JournalRecord> records = [.. File.ReadLines(path).Select(line => JournalLine.Read(Encoding.UTF8.GetBytes(line)))];
        Dictionary<string, AskRecord> asks = records.OfType<AskRecord>().ToDictionary(ask => ask.Key);
        ReplyRecord[] replies = [.. records.OfType<ReplyRecord>()];
        int mended = 0;
        for (int place = 0; place < records.Count; place++)
        {
            if (records[place] is not ReplyRecord { Reply.Rows.Rows.IsEmpty: true } empty)
                continue;
            long[] ids = [.. asks[empty.Key].Cells.Select(cell => cell.RowIndex)];
            string rows = replies.First(reply => !reply.Reply.Rows.Rows.IsEmpty && ids.All(id => asks[reply.Key].Cells.Any(cell => cell.RowIndex == id))).Reply.Text;
            string text = string.Format(CultureInfo.InvariantCulture, wrapping, rows);
            records[place] = empty with { Reply = new Reply(text, ReplyEnd.Whole, "stop", empty.Reply.TokensIn, empty.Reply.TokensOut) };
            mended++;
        }

        File.WriteAllBytes(path, [.. records.SelectMany(JournalLine.Write)]);
        return mended;
    }
}
