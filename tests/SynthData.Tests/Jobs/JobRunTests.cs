using System.Text.Json;
using System.Text.RegularExpressions;
using SynthData.Tests.Cli;
using SynthData.Tests.Output.Databases;
using SynthData.Tests.Snapshots;
using SynthData.Tests.Sources.Model;

namespace SynthData.Tests.Jobs;

/// <summary>Whole jobs: what is made, passed over, left out and told.</summary>
public partial class JobRunTests
{
    [Fact]
    public async Task Makes_each_dataset_as_generate_would()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: a, rows: 9, seed: 3, set: { kind: '${kind}' } }\nshop: { schema: shop.yaml, output: b, scale: 2, tables: orders, format: parquet }", "params: { kind: x }");

        Assert.Equal((0, "people:made shop:made"), await folder.StatesAsync("--set", "kind=y"));
        await CommandLine.RunAsync("generate", folder.At("people.yaml"), "-o", folder.At("c"), "--rows", "9", "--seed", "3", "--set", "kind=y");
        await CommandLine.RunAsync("generate", folder.At("shop.yaml"), "-o", folder.At("d"), "--scale", "2", "--tables", "orders", "--format", "parquet");

        Assert.Equal(await File.ReadAllTextAsync(folder.At("c/manifest.json"), Token), await File.ReadAllTextAsync(folder.At("a/manifest.json"), Token));
        Assert.Equal(await File.ReadAllTextAsync(folder.At("d/manifest.json"), Token), await File.ReadAllTextAsync(folder.At("b/manifest.json"), Token));
    }

    [Fact]
    public async Task The_table_says_what_became_of_each_dataset()
    {
        using JobFolder folder = new();
        folder.Write("""
            people:   { schema: people.yaml, output: a }
            hopeless: { schema: hopeless.yaml, output: b, on_failure: continue, needs: people }
            after:    { schema: people.yaml, output: c, needs: hopeless }
            shop:     { schema: shop.yaml, output: d, needs: [people] }
            """);

        CommandLine run = await folder.RunAsync();

        Assert.Equal(4, run.ExitCode);
        Snapshot.Match(Settled(folder.Printed(run.Error)), "job-run");
    }

    [Fact]
    public async Task What_is_complete_is_verified_by_its_hashes_and_passed_over()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: a }\nshop: { schema: shop.yaml, output: b }");
        await folder.RunAsync();
        DateTime before = File.GetLastWriteTimeUtc(folder.At("a/people.csv"));

        Assert.Equal((0, "people:complete shop:complete"), await folder.StatesAsync());
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.At("a/people.csv")));
        await File.AppendAllTextAsync(folder.At("b/orders.csv"), "x", Token);
        (int exitCode, string states) = await folder.StatesAsync("--resume");

        Assert.Equal((5, "people:complete shop:failed"), (exitCode, states));
    }

    [Fact]
    public async Task A_failure_in_the_middle_stops_the_job_and_the_next_run_goes_on_there()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: a, overwrite: true }\nshop: { schema: shop.yaml, output: b }\nmore: { schema: people.yaml, output: c, seed: 2 }");
        folder.WriteFile("b/orders.csv", "somebody's own");

        Assert.Equal((5, "people:made shop:failed more:notBegun"), await folder.StatesAsync());
        Assert.False(File.Exists(folder.At("b/manifest.json")));
        File.Delete(folder.At("b/orders.csv"));

        Assert.Equal((0, "people:complete shop:made more:made"), await folder.StatesAsync("--resume"));
        Assert.Equal((0, "people:made shop:complete more:complete"), await folder.StatesAsync());
    }

    [Fact]
    public async Task Datasets_follow_what_they_need_and_nothing_else_moves()
    {
        using JobFolder folder = new();
        folder.Write("a: { schema: people.yaml, needs: [c, b] }\nb: { schema: people.yaml }\nc: { schema: people.yaml, needs: b }\nd: { schema: people.yaml }");

        Assert.Equal((0, "b:made c:made a:made d:made"), await folder.StatesAsync());
        Assert.True(File.Exists(folder.At("out/nightly/a/people.csv")));
    }

    [Fact]
    public async Task Only_makes_what_it_names_and_what_that_needs_has_to_be_there()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: a }\nshop: { schema: shop.yaml, output: b, needs: people }\nmore: { schema: people.yaml, output: c }");

        (await folder.RunAsync("--only", "shop")).AssertRefused(2, "SD8317", "'shop' needs 'people'", "job.yaml(5,");
        Assert.Equal((0, "people:made"), await folder.StatesAsync("--only", "people"));
        Assert.Equal((0, "people:leftOut shop:made"), await folder.StatesAsync("--only", "shop"));
        Assert.False(Directory.Exists(folder.At("c")));
        Assert.Equal((0, "people:complete more:made"), await folder.StatesAsync("--only", "more", "--only", "people"));
    }

    [Fact]
    public async Task Each_day_goes_on_where_the_day_before_ended()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: '${as_of}', rows_from: { since: 2025-03-01 }, set: { kind: '${kind}' } }", "params:\n  kind: { 2025-01-01: winter, 2025-03-03: spring }");

        foreach (string day in (string[])["2025-03-01", "2025-03-02", "2025-03-03"])
            Assert.Equal((0, "people:made"), await folder.StatesAsync("--as-of", day));

        Assert.Equal(["id,kind", "6,winter", "7,winter", "8,winter", "9,winter", "10,winter"], await File.ReadAllLinesAsync(folder.At("2025-03-02/people.csv"), Token));
        Assert.Equal(["id,kind", "11,spring"], (await File.ReadAllLinesAsync(folder.At("2025-03-03/people.csv"), Token))[..2]);
    }

    [Fact]
    public async Task A_dataset_that_was_appended_is_not_appended_again_when_a_job_is_resumed()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: 'sqlite:all.db', create: true, append: true }\nshop: { schema: shop.yaml, output: b }");
        folder.WriteFile("b/orders.csv", "somebody's own");

        Assert.Equal((5, "people:made shop:failed"), await folder.StatesAsync());
        Assert.Equal((5, "people:complete shop:failed"), await folder.StatesAsync("--resume"));
        Assert.Equal(5, Rows(folder));
        File.Delete(folder.At("b/orders.csv"));
        Assert.Equal((0, "people:made shop:made"), await folder.StatesAsync());
        Assert.Equal(10, Rows(folder));
        Assert.Equal((0, "people:complete shop:complete"), await folder.StatesAsync("--resume"));
    }

    [Fact]
    public async Task Defaults_count_where_they_can_and_a_dataset_says_otherwise()
    {
        using JobFolder folder = new();
        folder.Write(
            "a: { schema: people.yaml, output: a }\nb: { schema: people.yaml, output: b.csv, set: { kind: own } }\nc: { schema: people.yaml, output: 'sqlite:c.db' }\nd: { schema: people.yaml, output: d, format: csv, seed: 4 }",
            "defaults: { format: jsonl, compression: zstd, seed: 9, create: true, set: { kind: all }, limits: { calls: 3 }, base_url: http://127.0.0.1:1/v1 }");

        Assert.Equal((0, "a:made b:made c:made d:made"), await folder.StatesAsync());

        Assert.True(File.Exists(folder.At("a/people.jsonl.zst")));
        Assert.Equal("1,own", (await File.ReadAllLinesAsync(folder.At("b.csv"), Token))[1]);
        Assert.True(File.Exists(folder.At("d/people.csv.zst")));
        Assert.Contains("\"seed\": 4", await File.ReadAllTextAsync(folder.At("d/manifest.json"), Token), StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"all\"", await File.ReadAllTextAsync(folder.At("d/manifest.json"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_another_run_writes_is_told_and_tried_again_as_often_as_the_job_says()
    {
        using JobFolder folder = new() { Clock = new QuickClock() };
        folder.Write("people: { schema: people.yaml, output: a, retries: { times: 2, pause: 1min } }");
        Directory.CreateDirectory(folder.At(".a.partial"));
        CommandLine run;
        await using (new FileStream(folder.At(".a.partial/lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            run = await folder.RunAsync("--json");

        Assert.Equal(5, run.ExitCode);
        JsonElement dataset = run.Json().GetProperty("result").GetProperty("datasets")[0];
        Assert.Equal(3, dataset.GetProperty("tries").GetInt32());
        Assert.Equal("SD5005", dataset.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.Equal((0, "people:made"), await folder.StatesAsync());
    }

    [Fact]
    public async Task What_comes_from_the_environment_is_used_and_never_told()
    {
        using JobFolder folder = new();
        folder.Environment["PLACE"] = "quiet-place";
        folder.Environment["S"] = "zq";
        folder.Write("a: { schema: people.yaml, output: '${env:PLACE}/${env:S}' }\nb: { schema: shop.yaml, output: '${env:PLACE}/b' }");
        folder.WriteFile("quiet-place/b/orders.csv", "somebody's own");

        CommandLine run = await folder.RunAsync();
        CommandLine json = await folder.RunAsync("--json");
        CommandLine plan = await folder.CommandAsync("plan", []);

        Assert.Equal((5, 5, 0), (run.ExitCode, json.ExitCode, plan.ExitCode));
        Assert.True(File.Exists(folder.At("quiet-place/zq/people.csv")));
        Assert.Contains("${env:PLACE}/b", run.Error, StringComparison.Ordinal);
        Assert.All([run.Error, json.Output, plan.Output, await File.ReadAllTextAsync(folder.At("quiet-place/zq/manifest.json"), Token)], text =>
        {
            Assert.DoesNotContain("quiet-place", text, StringComparison.Ordinal);
            Assert.DoesNotContain("zq", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_run_that_is_interrupted_says_what_was_finished()
    {
        using JobFolder folder = new();
        folder.WriteFile("endless.yaml", "synthdata: 1\nname: endless\ntables: { t: { rows: 2_000_000_000, key: id, columns: { id: { sequence: 1 }, word: { pattern: '[a-z]{20}' } } } }\n");
        folder.Write("people: { schema: people.yaml, output: a }\nendless: { schema: endless.yaml, output: b }\nmore: { schema: people.yaml, output: c }");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<CommandLine> end = folder.CommandAsync("run", [], stop.Token);
        while (!end.IsCompleted && !Directory.Exists(folder.At(".b.partial")))
            await Task.Delay(5, Token);
        await stop.CancelAsync();
        CommandLine run = await end;

        Assert.Equal(130, run.ExitCode);
        Snapshot.Match(Settled(folder.Printed(run.Error)), "job-interrupted");
        Assert.False(Directory.Exists(folder.At("b")));
        Assert.True(File.Exists(folder.At("a/manifest.json")));
    }

    [Fact]
    public async Task Plan_shows_a_job_without_doing_it()
    {
        using JobFolder folder = new();
        folder.Write("people: { schema: people.yaml, output: '${as_of}/a' }\nshop: { schema: shop.yaml, output: b, needs: people }", "params: { kind: x }");
        await folder.RunAsync("--as-of", "2025-01-01", "--only", "people");

        CommandLine plan = await folder.CommandAsync("plan", ["--as-of", "2025-01-01"]);
        CommandLine json = await folder.CommandAsync("plan", ["--as-of", "2025-01-01", "--json"]);

        Assert.Equal(0, plan.ExitCode);
        Snapshot.Match(Settled(folder.Printed(plan.Output)), "job-plan");
        Assert.Equal([true, false], json.Json().GetProperty("result").GetProperty("datasets").EnumerateArray().Select(dataset => dataset.GetProperty("complete").GetBoolean()));
        Assert.False(Directory.Exists(folder.At("b")));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static long Rows(JobFolder folder)
    {
        using var file = new SqliteFile(folder.At("all.db"));
        return long.Parse(file.Ask("SELECT count(*) FROM people")!, System.Globalization.CultureInfo.InvariantCulture);
    }

    // How long it took, and how long the paths of this machine are, is no matter of the text.
    private static string Settled(string text) => Blanks().Replace(Seconds().Replace(text, "0.0"), "  ");

    [GeneratedRegex(@"\b\d+\.\d\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
