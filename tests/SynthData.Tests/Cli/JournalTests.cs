using System.Text.Json;
using SynthData.SimulatedProvider;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Replies;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Cli;

/// <summary><c>synthdata journal</c> over journals that whole runs left.</summary>
public class JournalTests
{
    [Fact]
    public async Task Show_tells_what_was_asked_answered_rejected_and_asked_again()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request =>
            request.User.Contains("wrong", StringComparison.Ordinal) ? null : new Fault.Writes((slot, column) => slot.Id == 3 && column == "title" ? "\"a forbidden chair\"" : null));
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8", "--tables", "products");

        CommandLine run = await CommandLine.RunAsync("journal", "show", bench.At("desk.journal.jsonl"), "--table", "products", "--row", "3");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = [.. run.Output.Split('\n').Where(line => line.Length > 0)];
        Assert.Equal("Table products, row 3", lines[0]);
        Assert.Matches("^[0-9]+. The row: kind = \"(lamp|chair|desk)\", colour = \"(red|green)\"", lines[1]);
        Assert.Matches("^[0-9]+. Asked openai/test, with 7 other rows, for title \\(1st ask\\), weight \\(1st ask\\)$", lines[2]);
        Assert.StartsWith("   Answered: title = \"a forbidden chair\", weight = ", lines[3], StringComparison.Ordinal);
        Assert.Contains("rejected: Rule 'not_sold' does not hold", lines[4], StringComparison.Ordinal);
        Assert.Contains("for title (2nd ask)", lines[5], StringComparison.Ordinal);
        Assert.Equal("It was not asked again.", lines[^1]);

        JsonElement json = (await CommandLine.RunAsync("journal", "show", bench.At("desk.journal.jsonl"), "--table", "products", "--row", "3", "--json")).Json();
        JsonElement steps = json.GetProperty("result").GetProperty("steps");
        Assert.Equal(("journal show", 2), (json.GetProperty("command").GetString(), steps.GetArrayLength()));
        Assert.Equal(2, steps[1].GetProperty("asked").GetProperty("title").GetInt32());
        Assert.Single(steps[1].GetProperty("wrong").EnumerateArray());
    }

    [Fact]
    public async Task Verify_counts_what_there_is_and_changes_nothing()
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Truncated(2)));
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");
        string path = bench.At("desk.journal.jsonl");
        File.AppendAllText(path, "{\"v\":1,\"n\":99,\"kind\":\"rep");
        byte[] before = File.ReadAllBytes(path);

        JsonElement result = (await CommandLine.RunAsync("journal", "verify", path, "--json")).Json().GetProperty("result");
        CommandLine words = await CommandLine.RunAsync("journal", "verify", path);

        Assert.Equal(["products", "tickets"], result.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("table").GetString()));
        Assert.Equal(1, result.GetProperty("tables").EnumerateArray().Sum(table => table.GetProperty("cut").GetInt32()));
        Assert.Equal((0, 25), (result.GetProperty("unanswered").GetInt32(), result.GetProperty("tornBytes").GetInt32()));
        Assert.Contains("torn by a crash (25 bytes)", words.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_damaged_line_is_5_for_all_three_and_nothing_is_changed()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");
        string path = bench.At("desk.journal.jsonl");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[Array.IndexOf(bytes, (byte)'\n') + 40] ^= 1;
        File.WriteAllBytes(path, bytes);

        (await CommandLine.RunAsync("journal", "verify", path)).AssertRefused(5, "SD5901", "Line 2");
        (await CommandLine.RunAsync("journal", "show", path, "--table", "products", "--row", "0")).AssertRefused(5, "SD5901");
        (await CommandLine.RunAsync("journal", "compact", path)).AssertRefused(5, "SD5901");
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8", "--tables", "products");
        string path = bench.At("desk.journal.jsonl");

        (await CommandLine.RunAsync("journal", "show", path, "--table", "products", "--row", "8")).AssertRefused(5, "SD5906", "products (rows 0 to 7)");
        (await CommandLine.RunAsync("journal", "show", path, "--table", "products")).AssertRefused(2, "SD8117");
        (await CommandLine.RunAsync("journal", "show", path, "--table", "products", "--row", "-1")).AssertRefused(2, "SD8106", "a whole number from 0");
        (await CommandLine.RunAsync("journal", "verify", bench.At("none.jsonl"))).AssertRefused(2, "SD8108");
        (await CommandLine.RunAsync("journal")).AssertRefused(2, "SD8104", "synthdata journal show|verify|compact");
        (await CommandLine.RunAsync("journal", "mend", path)).AssertRefused(2, "SD8101", "mend");
    }

    [Fact]
    public async Task A_compacted_journal_serves_as_the_old_one_did()
    {
        await using ModelBench bench = await ModelBench.StartAsync(new Sources.Model.Whole.FaultMix(3, Sources.Model.Whole.FaultMix.Steady).Script);
        string schema = bench.Write("desk.yaml", Desk.Schema);
        string before = ModelBench.Contents(await bench.MakeAsync(schema, "made"));
        string path = bench.At("desk.journal.jsonl");
        using (Journal journal = Journal.Open(path))
        {
            journal.AppendAsk("0123", "openai/test", "products", [], "never answered");
            journal.AppendCapability("openai/test", "seed");
            await journal.AppendReplyAsync("4567", new Reply("{}", ReplyEnd.Whole, "stop", 1, 1));
            await journal.AppendReplyAsync("4567", new Reply("{}", ReplyEnd.Whole, "stop", 1, 1));
        }

        int refusals = File.ReadLines(path).Count(line => line.Contains("\"capability\"", StringComparison.Ordinal));
        JsonElement done = (await CommandLine.RunAsync("journal", "compact", path, "--json")).Json().GetProperty("result");
        await bench.RestartAsync();
        string after = ModelBench.Contents(await bench.MakeAsync(schema, "again"));

        Assert.Equal(before, after);
        Assert.Equal(0, bench.Server.Calls);
        Assert.True(done.GetProperty("droppedAsks").GetInt32() >= 1);
        Assert.Equal(1, done.GetProperty("droppedReplies").GetInt32());
        Assert.Equal(refusals, File.ReadLines(path).Count(line => line.Contains("\"capability\"", StringComparison.Ordinal)));
        Assert.True(done.GetProperty("bytesAfter").GetInt64() < done.GetProperty("bytesBefore").GetInt64());
        Assert.Equal(done.GetProperty("bytesAfter").GetInt64(), new FileInfo(path).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        JsonElement nothing = (await CommandLine.RunAsync("journal", "compact", path, "--json")).Json().GetProperty("result");
        Assert.Equal(0, nothing.GetProperty("droppedAsks").GetInt32() + nothing.GetProperty("droppedReplies").GetInt32());
    }

    [Fact]
    public async Task A_journal_in_use_is_left_alone()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8");
        string path = bench.At("desk.journal.jsonl");
        using Journal inUse = Journal.Open(path);

        (await CommandLine.RunAsync("journal", "compact", path)).AssertRefused(5, "SD5903");
        (await CommandLine.RunAsync("journal", "verify", path)).AssertRefused(5, "SD5903");
        Assert.False(File.Exists(path + ".compact"));
    }

    [Fact]
    public async Task A_journal_of_another_schema_is_warned_of_and_kept()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string other = bench.Write("other.yaml", Desk.Schema.Replace("products", "goods", StringComparison.Ordinal).Replace("tickets", "letters", StringComparison.Ordinal));
        await bench.MakeAsync(other, "other", "--rows", "goods=8");
        long length = new FileInfo(bench.At("other.journal.jsonl")).Length;

        CommandLine run = await bench.GenerateAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=8", "--journal", bench.At("other.journal.jsonl"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("goods by openai/test, letters by openai/test", run.Error, StringComparison.Ordinal);
        Assert.True(new FileInfo(bench.At("other.journal.jsonl")).Length > length);
        JsonElement json = (await bench.GenerateAsync(other, "again", "--rows", "goods=8", "--model", "openai/other", "--json")).Json();
        Assert.DoesNotContain(json.GetProperty("diagnostics").EnumerateArray(), told => told.GetProperty("code").GetString() == "SD5907");
    }
}
