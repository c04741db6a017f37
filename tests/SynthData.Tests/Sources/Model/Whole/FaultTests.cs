using System.Net;
using System.Net.Sockets;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>Everything a provider may do wrong, from the command line: the rows are all there, or none and a word about why.</summary>
public class FaultTests
{
    private const int Products = 24;

    /// <summary>The same bytes are sent again, so the rows are those of a provider without a fault.</summary>
    public static TheoryData<Fault> Transport =>
    [
        new Fault.Status(429), new Fault.Status(429) { Header = ("Retry-After", "2") }, new Fault.Status(429) { Header = ("retry-after-ms", "1") },
        new Fault.Status(408), new Fault.Status(500), new Fault.Status(503) { Header = ("Retry-After", "0") }, new Fault.Reset(), new Fault.Page(),
    ];

    /// <summary>How an answer may look or lack something.</summary>
    public static TheoryData<Fault> Shape =>
    [
        new Fault.Fenced(), new Fault.BareArray(), new Fault.Lines(), new Fault.Objects(), new Fault.ResetMidBody(3), new Fault.Truncated(3), new Fault.Truncated(0), new Fault.Missing(2),
        new Fault.Missing(8), new Fault.Extra(), new Fault.Duplicate(), new Fault.Refuses("No."), new Fault.Says("I'm sorry, I can't help with that."),
        new Fault.Says(""), new Fault.Says("{\"rows\":[{\"id\":0,\"title\":\"cut in the mid"), new Fault.Says("{\"rows\":[[\"id\",\"title\"],[0,\"cut in the mid"),
    ];

    /// <summary>What may be wrong with its cells.</summary>
    public static TheoryData<Fault> Cells =>
    [
        new Fault.Cells("weight", "\"heavy\""), new Fault.Cells("weight", "1.5"), new Fault.Cells("weight", "99999999999"), new Fault.Cells("weight", "null"),
        new Fault.Cells("weight", "{\"grams\":5}"), new Fault.Cells("title", "\"The same\""), new Fault.Cells("title", "\"x\""), new Fault.Cells("title", "[]"),
        new Fault.Cells("title", "\"A forbidden thing\""), new Fault.Cells("title", "\"half a pair \\ud83d\""), new Fault.Cells("weight", "990"),
    ];

    [Theory]
    [MemberData(nameof(Transport))]
    public async Task What_the_network_broke_is_sent_again_byte_for_byte(Fault fault)
    {
        await using ModelBench whole = await ModelBench.StartAsync();
        RunManifest expected = await whole.MakeAsync(whole.Write("desk.yaml", Desk.Schema), "made");
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(fault, fault));

        RunManifest manifest = await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made");

        Assert.Equal(ModelBench.Contents(expected), ModelBench.Contents(manifest));
        Assert.Equal(expected.Model, manifest.Model);
        Assert.Equal(whole.Server.Calls + 2, bench.Server.Calls);                          // one request an attempt, nothing retried below us
        Assert.Equal(whole.Server.Calls, bench.Server.Requests.Select(request => request.Body).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Shape))]
    [MemberData(nameof(Cells))]
    public async Task What_the_model_got_wrong_is_asked_again_and_every_row_is_delivered(Fault fault)
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(fault, fault, fault));

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made");

        Desk.AssertRight(bench, "made", Products);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Faults_of_all_kinds_on_a_fifth_of_the_calls_cost_no_row(int seed)
    {
        await using ModelBench bench = await ModelBench.StartAsync(new FaultMix(seed, FaultMix.All).Script, FaultMix.Dawdle);
        string schema = bench.Write("desk.yaml", Desk.Schema);

        RunManifest made = await bench.MakeAsync(schema, "made", "--rows", "products=100");
        int calls = bench.Server.Calls;
        RunManifest replayed = await bench.MakeAsync(schema, "replayed", "--rows", "products=100", "--replay");

        Desk.AssertRight(bench, "made", 100);
        Assert.Equal(calls, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(made), ModelBench.Contents(replayed));
        Assert.Equal(made.Model, replayed.Model);
        Assert.Equal(made.Tables.SelectMany(table => table.Rejected), replayed.Tables.SelectMany(table => table.Rejected));
    }

    [Fact]
    public async Task A_server_that_hangs_or_falls_silent_is_left_after_the_time_out()
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Hang(), new Fault.Stall(3)));

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8", "--timeout", "20min");

        Desk.AssertRight(bench, "made", products: 8);
        Assert.Contains("\"end\":\"cut\"", await File.ReadAllTextAsync(bench.At("desk.journal.jsonl"), ModelBench.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_too_long_for_the_model_is_asked_for_in_ever_smaller_calls()
    {
        // A token limit that lets through one row and a half, whatever is asked.
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Slots.Count > 1 ? new Fault.Truncated(1) : null);

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made");

        Desk.AssertRight(bench, "made", Products);
        int[] sizes = [.. bench.Server.Requests.Where(request => request.System.Contains("Table: products", StringComparison.Ordinal)).Select(request => request.Slots.Count)];
        Assert.Equal([1, 2, 4, 8, 16], sizes.Distinct().Where(int.IsPow2).Order());
    }

    [Theory]
    [InlineData("Bicycles are {wonderful} [things]. {\"id\": oops")]
    [InlineData("")]
    [InlineData("[[[[[{{{{{")]
    public async Task A_model_that_only_talks_nonsense_is_6_with_nothing_written_and_its_replies_kept(string nonsense)
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Says(nonsense));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        (await bench.GenerateAsync(schema, "made")).AssertRefused(
            6, "SD6008", "Model openai/test gave no usable answer for 24 rows of table 'products' after 4 asks each", bench.At("desk.journal.jsonl"));

        AssertNothingWritten(bench);
        Assert.Equal(8, bench.Server.Calls);
        Assert.Equal(8, File.ReadLines(bench.At("desk.journal.jsonl")).Count(line => line.Contains("\"kind\":\"reply\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_model_that_never_keeps_a_rule_is_4_with_the_rule_and_examples()
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Writes((slot, column) => column == "title" ? $"\"forbidden thing {slot.Id}\"" : null));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        (await bench.GenerateAsync(schema, "made")).AssertRefused(
            4, "SD4201", "left 24 rows of table 'products' wrong after 4 asks", "'not_sold', in 24 of them", "Row 0: Rule 'not_sold' does not hold with title = 'forbidden thing 0'");

        AssertNothingWritten(bench);
        string? word = File.ReadLines(bench.At("desk.journal.jsonl")).FirstOrDefault(line => line.Contains("forbidden thing 23", StringComparison.Ordinal));
        Assert.NotNull(word);
    }

    [Theory]
    [InlineData(401, "SD6001", "refused the key (HTTP 401)")]
    [InlineData(403, "SD6001", "refused the key (HTTP 403)")]
    [InlineData(404, "SD6002", "does not know model openai/test")]
    [InlineData(402, "SD6017", "is spent, says its server")]
    public async Task What_waiting_does_not_help_is_6_at_once(int status, string code, string word)
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(status, "no"));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        (await bench.GenerateAsync(schema, "made", "--rows", "products=8")).AssertRefused(6, code, word);

        Assert.Equal(1, bench.Server.Calls);
        AssertNothingWritten(bench);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(200)]
    public async Task A_server_that_never_answers_in_the_protocol_is_6_after_seven_tries(int status)
    {
        await using ModelBench bench = await ModelBench.StartAsync(_ => status == 200 ? new Fault.Page() : new Fault.Status(status, "overloaded"));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        CommandLine run = await bench.GenerateAsync(schema, "made", "--rows", "products=8", "--quiet");

        run.AssertRefused(6, status == 200 ? "SD6019" : "SD6004", status == 200 ? "answered with a web page" : "gave no answer after 7 tries");
        Assert.Equal(7, bench.Server.Calls);
        AssertNothingWritten(bench);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_6_after_seven_tries()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));       // bound and not listening: refuses, and no other server can take the port
        int port = ((IPEndPoint)silent.LocalEndPoint!).Port;

        CommandLine run = await bench.RunAsync(["generate", schema, "-o", bench.At("made"), "--model", "ollama/test"], name => name == "OLLAMA_HOST" ? $"127.0.0.1:{port}" : null);

        run.AssertRefused(6, "SD6004", "ollama/test gave no answer after 7 tries", "trying again in");
        AssertNothingWritten(bench);
    }

    private static void AssertNothingWritten(ModelBench bench) =>
        Assert.Equal(["desk.journal.jsonl", "desk.yaml"], Directory.EnumerateFileSystemEntries(bench.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
