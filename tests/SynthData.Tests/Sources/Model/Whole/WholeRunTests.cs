using System.Text.Json;
using SynthData.Manifest;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>From the command line to files, with a model over HTTP.</summary>
public class WholeRunTests
{
    private static readonly string[] FewShops = ["--rows", "customers=30", "--rows", "products=40"];
    private static readonly string[] FewTickets = ["--rows", "customers=12"];

    [Theory]
    [InlineData("openai")]
    [InlineData("ollama")]
    public async Task The_bike_shop_is_filled_and_everything_else_stays_as_without_a_model(string provider)
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Copy("bike-shop.yaml");
        await bench.RunAsync(["generate", schema, "-o", bench.At("local"), .. FewShops]);

        CommandLine run = await RunAsync(bench, provider, schema, FewShops);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal((30, 40), (ModelBench.Count(bench.Csv("made", "customers")), ModelBench.Count(bench.Csv("made", "products"))));
        Assert.Equal(40, ModelBench.Count($"(SELECT DISTINCT title FROM {bench.Csv("made", "products")} WHERE title IS NOT NULL)"));
        AssertSame(bench, "customers", "* EXCLUDE (rides), rides IS NULL");
        AssertSame(bench, "products", "* EXCLUDE (title)");
        AssertSame(bench, "orders", "*");
        AssertSame(bench, "lines", "*");
        Assert.InRange(ModelBench.Count($"{bench.Csv("made", "customers")} WHERE rides IS NULL"), 1, 9);
        RunManifest manifest = bench.ReadManifest("made");
        Assert.Equal($"{provider}/test", manifest.Model!.Name);
        Assert.Equal("model", manifest.Tables.Single(table => table.Name == "products").Columns.Single(column => column.Name == "title").Source);
        Assert.Equal(5, bench.Server.Calls);       // two for customers, three for products
        Assert.Equal(0, (await bench.RunAsync(["validate", schema, bench.At("made")])).ExitCode);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("ollama")]
    public async Task Support_tickets_are_filled_parents_first(string provider)
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Copy("support-tickets.yaml");
        await bench.RunAsync(["generate", schema, "-o", bench.At("local"), .. FewTickets]);

        CommandLine run = await RunAsync(bench, provider, schema, FewTickets);

        Assert.True(run.ExitCode == 0, run.Error);
        AssertSame(bench, "tickets", "* EXCLUDE (subject, body)");
        AssertSame(bench, "replies", "* EXCLUDE (text)");
        Assert.Equal(0, ModelBench.Count($"{bench.Csv("made", "tickets")} WHERE length(subject) NOT BETWEEN 5 AND 120 OR length(body) NOT BETWEEN 20 AND 2000"));
        Assert.Equal(0, ModelBench.Count($"{bench.Csv("made", "replies")} WHERE text IS NULL"));
        Assert.Equal(0, (await bench.RunAsync(["validate", schema, bench.At("made")])).ExitCode);

        // What is the same for all calls of a table comes first, byte for byte.
        ILookup<string, RecordedRequest> byTable = bench.Server.Requests.ToLookup(request => request.System.Split('\n').Single(line => line.StartsWith("Table: ", StringComparison.Ordinal)));
        Assert.Equal(2, byTable.Count);
        Assert.All(byTable, calls => Assert.Single(calls.Select(call => call.Body[..call.Body.IndexOf("\"role\":\"user\"", StringComparison.Ordinal)]).Distinct()));
    }

    [Fact]
    public async Task Every_rule_is_kept_and_what_reads_prompt_cells_agrees_with_them()
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Cells("weight", "990")));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        RunManifest manifest = await bench.MakeAsync(schema, "made");

        Desk.AssertRight(bench, "made");
        Assert.Equal(0, (await bench.RunAsync(["validate", schema, bench.At("made")])).ExitCode);
        Assert.Equal(0, (await bench.GenerateAsync(schema, "made", "--check", "--replay")).ExitCode);
        Assert.InRange(ModelBench.Rejected(manifest, "products", "SD4001"), 1, 20);      // the green ones
        Assert.InRange(ModelBench.Count($"{bench.Csv("made", "tickets")} WHERE subject IS NULL"), 3, 40);

        // A child's prompt sees what the parent's was answered.
        string title = ModelBench.Query($"SELECT p.title FROM {bench.Csv("made", "products")} p JOIN {bench.Csv("made", "tickets")} t ON t.product = p.code WHERE t.subject IS NOT NULL LIMIT 1")[0];
        Assert.Contains(bench.Server.Requests, request => request.System.Contains("Table: tickets", StringComparison.Ordinal) && request.User.Contains(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_breaks_rules_is_asked_again_naming_each_rule_its_reason_and_the_values()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Number > 1 ? null : new Fault.Writes((_, column) => column switch
        {
            "title" => "\"A forbidden thing\"",
            "weight" => "960",
            _ => null,
        }));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        RunManifest manifest = await bench.MakeAsync(schema, "made", "--rows", "products=8");

        AskedSlot[] again = [.. bench.Server.Requests[1].Slots];
        string green = again.First(slot => slot.Line.Contains("light_lamps", StringComparison.Ordinal)).Line;
        Assert.Contains("Rule 'light_lamps' does not hold with colour = 'green', weight = '960'. Green things are light.", green, StringComparison.Ordinal);
        string first = again.Single(slot => slot.Id == 0).Line;
        Assert.Contains("Rule 'not_sold' does not hold with title = 'A forbidden thing'. It may not be sold.", first, StringComparison.Ordinal);
        Assert.Contains("\"colour\"", bench.Server.Requests[0].User.Split('\n')[1], StringComparison.Ordinal);   // a rule reads it, so it is shown
        Assert.Contains("Green things are light. (light_lamps, in SQL: colour <> 'green' or weight < 950)", bench.Server.Requests[0].System, StringComparison.Ordinal);
        Assert.DoesNotContain("length of title", bench.Server.Requests[0].System, StringComparison.Ordinal);
        Assert.True(ModelBench.Rejected(manifest, "products", "SD4001") >= 1);
        Desk.AssertRight(bench, "made", products: 8);
    }

    [Fact]
    public async Task The_prompts_read_so()
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Writes((slot, column) => (slot.Id, column) switch
        {
            (0, "title") => "\"Forbidden lamp\"",
            (1, "title") => "\"A forbidden lamp\"",
            (1, "weight") => "\"heavy\"",
            (2, "title") => "\"x\"",
            _ => null,
        })));
        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=5");
        RecordedRequest[] desk = [.. bench.Server.Requests];
        await bench.RestartAsync();
        await bench.MakeAsync(bench.Copy("support-tickets.yaml"), "tickets", "--rows", "customers=5");

        IEnumerable<string> told = [desk[0].System, desk[0].User, desk[1].User, bench.Server.Requests[0].System, bench.Server.Requests[0].User];
        Snapshot.Match(string.Join("\n\n==========\n\n", told), "prompts");
    }

    [Fact]
    public async Task Unique_titles_stay_unique_though_the_model_repeats_itself()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request =>
            request.User.Contains("wrong", StringComparison.Ordinal) ? null : new Fault.Writes((slot, column) => column == "title" ? $"\"Title {slot.Id % 5}\"" : null));
        string schema = bench.Write("desk.yaml", Desk.Schema);

        RunManifest manifest = await bench.MakeAsync(schema, "made");

        Desk.AssertRight(bench, "made");
        Assert.Equal(19, ModelBench.Rejected(manifest, "products", "SD4204"));
        Assert.Equal(["Title 0", "Title 1", "Title 2"], ModelBench.Query($"SELECT title FROM {bench.Csv("made", "products")} LIMIT 3"));
    }

    [Fact]
    public async Task Every_format_holds_the_same_rows()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);
        RunManifest csv = await bench.MakeAsync(schema, "csv");
        int calls = bench.Server.Calls;

        RunManifest parquet = await bench.MakeAsync(schema, "parquet", "--format", "parquet");
        RunManifest jsonl = await bench.MakeAsync(schema, "jsonl", "--format", "jsonl", "--threads", "3");

        Assert.Equal(calls, bench.Server.Calls);
        Assert.Equal(ModelBench.Contents(csv), ModelBench.Contents(parquet));
        Assert.Equal(ModelBench.Contents(csv), ModelBench.Contents(jsonl));
        Assert.Equal(
            ModelBench.Query($"SELECT id, product, mood, subject, escalation, shout, headline FROM {bench.Csv("csv", "tickets")}"),
            ModelBench.Query($"SELECT id, product, mood, subject, escalation, shout, headline FROM read_parquet('{bench.At("parquet")}/tickets.parquet')"));
    }

    [Fact]
    public async Task Neither_latency_nor_order_of_answers_changes_what_is_asked_or_made()
    {
        await using ModelBench quick = await ModelBench.StartAsync(new FaultMix(1, FaultMix.Steady).Script);
        await using ModelBench slow = await ModelBench.StartAsync(new FaultMix(1, FaultMix.Steady).Script, FaultMix.Dawdle);
        RunManifest a = await quick.MakeAsync(quick.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=150");
        RunManifest b = await slow.MakeAsync(slow.Write("desk.yaml", Desk.Schema), "made", "--rows", "products=150");

        Assert.Equal(Bodies(quick), Bodies(slow));
        Assert.Equal(await File.ReadAllTextAsync(quick.At("made/manifest.json"), ModelBench.Token), await File.ReadAllTextAsync(slow.At("made/manifest.json"), ModelBench.Token));
        Assert.Equal(ModelBench.Contents(a), ModelBench.Contents(b));
        Assert.True(quick.Server.Calls > 20);
        Desk.AssertRight(slow, "made", products: 150);
    }

    [Fact]
    public async Task Standard_output_holds_rows_and_nothing_else()
    {
        await using ModelBench bench = await ModelBench.StartAsync(request => request.Number == 1 ? new Fault.Status(503, "busy") : null);
        string schema = bench.Write("desk.yaml", Desk.Schema);

        CommandLine run = await bench.RunAsync(
            ["generate", schema, "--tables", "products", "-o", "-", "--format", "jsonl", "--model", "openai/test", "--base-url", bench.Server.BaseUrl.ToString()]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(24, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()).Distinct().Count());
        Assert.Contains("warning: Model openai/test gave no answer on try 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_table_that_is_neither_written_nor_read()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        await bench.MakeAsync(bench.Copy("bike-shop.yaml"), "lines", [.. FewShops, "--tables", "lines"]);
        Assert.Equal(0, bench.Server.Calls);

        await bench.MakeAsync(bench.Write("desk.yaml", Desk.Schema), "notes", "--tables", "notes");
        Assert.Contains(bench.Server.Requests, request => request.System.Contains("Table: products", StringComparison.Ordinal));    // read by notes, though not written
        Assert.Equal(["manifest.json", "notes.csv"], Directory.EnumerateFiles(bench.At("notes")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Shards_of_a_replay_merge_to_the_whole()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);
        RunManifest whole = await bench.MakeAsync(schema, "whole");

        (await bench.GenerateAsync(schema, "parts", "--shard", "1/2")).AssertRefused(3, "SD2046");
        Assert.Equal(0, (await bench.GenerateAsync(schema, "parts", "--shard", "1/2", "--replay")).ExitCode);
        Assert.Equal(0, (await bench.GenerateAsync(schema, "parts", "--shard", "2/2", "--replay")).ExitCode);
        Assert.Equal(0, (await bench.RunAsync(["merge", bench.At("parts")])).ExitCode);

        Assert.Equal(ModelBench.Contents(whole), ModelBench.Contents(bench.ReadManifest("parts")));
    }

    [Theory]
    [InlineData("echo: { expr: boss.motto }", "SD2401", "boss.motto")]
    [InlineData("echo: { type: string, prompt: 'Unlike {boss.motto}.' }", "SD2401", "boss.motto")]
    public async Task What_a_model_cannot_be_asked_is_a_plan_error(string column, string code, string word)
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("staff.yaml", $$"""
            synthdata: 1
            name: staff
            tables:
              staff:
                rows: 20
                key: id
                columns:
                  id: { sequence: 1 }
                  boss: { references: staff.id, earlier: true }
                  motto: { type: string, prompt: 'A motto.' }
                  {{column}}
            """);

        (await bench.GenerateAsync(schema, "made")).AssertRefused(3, code, word);
        Assert.Equal(0, bench.Server.Calls);
    }

    private static Task<CommandLine> RunAsync(ModelBench bench, string provider, string schema, string[] rows) => provider == "openai"
        ? bench.GenerateAsync(schema, "made", rows)
        : bench.RunAsync(
            ["generate", schema, "-o", bench.At("made"), "--model", "ollama/test", .. rows],
            name => name == "OLLAMA_HOST" ? bench.Server.BaseUrl.Authority : null);

    private static void AssertSame(ModelBench bench, string table, string columns) => Assert.Equal(
        ModelBench.Query($"SELECT {columns} FROM {bench.Csv("local", table)}"), ModelBench.Query($"SELECT {columns} FROM {bench.Csv("made", table)}"));

    private static string[] Bodies(ModelBench bench) => [.. bench.Server.Requests.Select(request => request.Body).Order(StringComparer.Ordinal)];
}
