using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Tests.Sources.Model.Whole;

namespace SynthData.Tests.Cli;

/// <summary>The commands printed after a dataset was made run as printed, in the folder it was made in.</summary>
public sealed class NextCommandTests : IDisposable
{
    private const string Told = """
        synthdata: 1
        name: notes
        params: { word: yes }
        as_of: 2025-01-01
        tables:
          notes: { rows: 5, key: id, columns: { id: { sequence: 1 }, day: { type: date, range: [-3d, today] }, word: { constant: '${word}' }, text: { prompt: A note., fallback: { constant: nothing } } } }
        """;

    private const string Listed = """
        synthdata: 1
        name: listed
        tables:
          words: { rows: [ { word: a }, { word: b } ], columns: { word: {}, number: { range: [1, 9] } } }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Three_commands_follow_that_check_it_make_more_and_keep_it()
    {
        string[] next = await GenerateAsync("shop.yaml", await StarterAsync(), "--rows", "customers=20", "--overwrite");
        Assert.Equal(
            [
                "synthdata validate shop.yaml out/shop/",
                "synthdata generate shop.yaml --scale 10 --format parquet -o out/shop-x10",
                "synthdata generate shop.yaml --rows customers=20 --check",
            ],
            next);
    }

    [Fact]
    public async Task Parameters_day_and_paths_with_blanks_are_repeated_as_a_shell_reads_them()
    {
        string[] next = await GenerateAsync("my notes.yaml", Told, "--set", "word=it's", "--as-of", "2024-02-29", "-o", "my out");
        Assert.Equal("synthdata validate 'my notes.yaml' --set 'word=it'\\''s' --as-of 2024-02-29 'my out'", next[0]);
        Assert.Equal("synthdata plan 'my notes.yaml' --set 'word=it'\\''s' --as-of 2024-02-29 --text row --model openai/gpt-5-mini", next[2]);
    }

    [Fact]
    public async Task One_file_is_checked_as_its_table() =>
        Assert.Equal("synthdata validate notes.yaml notes=rows.jsonl", (await GenerateAsync("notes.yaml", Told, "-o", "rows.jsonl"))[0]);

    [Fact]
    public async Task Rows_on_standard_output_can_be_kept_in_files() =>
        Assert.Equal("synthdata generate listed.yaml -o out/listed-files", (await GenerateAsync("listed.yaml", Listed, "-o", "-"))[2]);

    [Fact]
    public async Task A_schema_without_a_number_of_rows_gives_other_rows() =>
        Assert.Equal("synthdata generate listed.yaml --seed 2 -o out/listed-2", (await GenerateAsync("listed.yaml", Listed))[1]);

    [Fact]
    public async Task A_database_has_commands_that_run_too() =>
        Assert.Equal("synthdata plan listed.yaml", (await GenerateAsync("listed.yaml", Listed, "-o", "sqlite:rows.db", "--create"))[0]);

    [Fact]
    public async Task The_last_part_leads_to_merging()
    {
        File.WriteAllText(folder.At("shop.yaml"), await StarterAsync());
        using ChildProgram first = ChildProgram.Start(folder.Path, "generate", "shop.yaml", "-o", "parts", "--shard", "1/2", "--quiet");
        Assert.Equal(0, (await first.EndAsync()).ExitCode);
        Assert.Equal(["synthdata merge parts"], await GenerateAsync("shop.yaml", await StarterAsync(), "-o", "parts", "--shard", "2/2"));
    }

    [Fact]
    public async Task After_a_model_come_its_price_and_what_it_said()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string[] model = ["--model", "openai/test", "--base-url", bench.Server.BaseUrl.ToString()];
        CommandLine run = await CommandLine.RunAsync(
            ["generate", bench.Write("desk.yaml", Desk.Schema), "-o", bench.At("made"), "--text", "row", .. model, "--json"], _ => null, ModelBench.Token, bench.Clock);
        Assert.True(run.ExitCode == 0, run.Output);
        string[] next = [.. run.Json().GetProperty("result").GetProperty("next").EnumerateArray().Select(line => line.GetString()!)];
        Assert.EndsWith("--text row --model openai/test --scale 10", next[1], StringComparison.Ordinal);
        Assert.StartsWith("synthdata journal show ", next[2], StringComparison.Ordinal);
        foreach (string command in next)
            await PrintedCommand.RunAsync(folder.Path, command);
    }

    [Fact]
    public async Task Json_carries_them_too()
    {
        CommandLine run = await CommandLine.RunAsync("generate", folder.Write("listed.yaml", Listed), "-o", folder.At("made"), "--json");
        Assert.Equal(3, run.Json().GetProperty("result").GetProperty("next").EnumerateArray().Count(line => line.ValueKind == JsonValueKind.String));
    }

    [Theory]
    [InlineData("out/shop", "out/shop")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("", "''")]
    public void A_word_is_quoted_where_a_shell_would_take_it_apart(string word, string quoted) => Assert.Equal(quoted, ShellWord.Quote(word));

    /// <summary>Makes a dataset in the folder, runs what the summary says to try next, and gives these lines.</summary>
    private async Task<string[]> GenerateAsync(string file, string schema, params string[] options)
    {
        folder.Write(file, schema);
        using ChildProgram program = ChildProgram.Start(folder.Path, ["generate", file, .. options]);
        CommandLine run = await program.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        string[] next = [.. run.Error.TrimEnd('\n').Split("\n\n")[^1].Split('\n').Select(line => line[line.IndexOf("synthdata ", StringComparison.Ordinal)..])];
        foreach (string command in next)
            await PrintedCommand.RunAsync(folder.Path, command);
        return next;
    }

    private static async Task<string> StarterAsync() => (await CommandLine.RunAsync("init", "-o", "-")).Output;
}
