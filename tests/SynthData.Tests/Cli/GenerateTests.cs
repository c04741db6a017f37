using System.Text.Json;

namespace SynthData.Tests.Cli;

/// <summary>The commands from a schema to files and back.</summary>
public sealed class GenerateTests : IDisposable
{
    private const string Shop = """
        synthdata: 1
        name: shop
        seed: 7
        as_of: 2025-01-01
        tables:
          customers:
            rows: 20
            key: id
            columns:
              id: { sequence: 1001 }
              name: { semantic: person.full_name }
              joined: { type: date, range: [-5y, today] }
              note: { prompt: 'What {name} likes.', fallback: { template: '{name} likes tea.' } }
          orders:
            rows: { per: customers, count: { between: [1, 3] } }
            key: id
            columns:
              id: { uuid: true }
              customer: { references: customers.id }
              amount: { type: decimal(2), range: [1, 10] }
            rules:
              - { name: not_five, check: amount < 5 or amount > 6, why: Five is unlucky. }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private readonly string made;

    public GenerateTests()
    {
        schema = folder.Write("shop.yaml", Shop);
        made = folder.At("made");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Generate_shows_first_rows_files_sources_and_rejections_on_standard_error()
    {
        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", made);
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("customers, first 3 of 20 rows", run.Error, StringComparison.Ordinal);
        Assert.Contains("1001  ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{made}/customers.csv", run.Error, StringComparison.Ordinal);
        Assert.Contains("customers.note comes from its fallback", run.Error, StringComparison.Ordinal);
        Assert.Contains("drawn again for not_five", run.Error, StringComparison.Ordinal);
        Assert.Contains($"synthdata validate {schema} {made}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.True(File.Exists(folder.At("made/manifest.json")));
    }

    [Fact]
    public async Task Generate_again_says_already_complete_and_another_seed_needs_overwrite()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--quiet")).ExitCode);
        CommandLine again = await CommandLine.RunAsync("generate", schema, "-o", made);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("already complete", again.Error, StringComparison.Ordinal);

        (await CommandLine.RunAsync("generate", schema, "-o", made, "--seed", "8")).AssertRefused(5, "SD5007", "--overwrite");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--seed", "8", "--overwrite")).ExitCode);
    }

    [Theory]
    [InlineData("csv.zst")]
    [InlineData("jsonl.zst")]
    public async Task Files_packed_with_zstd_are_named_checked_and_compared_like_others(string ending)
    {
        string plain = folder.At("customers.csv");
        string packed = folder.At("customers." + ending);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", plain, "--quiet")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", packed, "--compression", "zstd:smallest", "--quiet")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("validate", schema, packed)).ExitCode);
        Assert.Contains("compression\": \"zstd:smallest", File.ReadAllText(packed + ".manifest.json"), StringComparison.Ordinal);
        Assert.Contains("already complete", (await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", packed, "--compression", "zstd:smallest")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync("compare", plain, packed, "--schema", schema)).ExitCode);
        (await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", packed, "--compression", "gzip")).AssertRefused(2, "SD8113");
    }

    [Fact]
    public async Task Quiet_prints_nothing() => Assert.Equal(
        new CommandLine(0, "", ""), await CommandLine.RunAsync("generate", schema, "-o", made, "--quiet"));

    [Fact]
    public async Task Json_is_one_document_about_the_dataset()
    {
        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", made, "--json");
        Assert.Empty(run.Error);
        JsonElement result = run.Json().GetProperty("result");
        Assert.Equal("shop", result.GetProperty("dataset").GetString());
        Assert.False(result.GetProperty("alreadyComplete").GetBoolean());
        JsonElement customers = result.GetProperty("tables")[0];
        Assert.Equal(20, customers.GetProperty("rows").GetInt64());
        Assert.Equal("fallback", customers.GetProperty("columns")[3].GetProperty("source").GetString());
        string path = customers.GetProperty("files")[0].GetProperty("path").GetString()!;
        Assert.Equal(new FileInfo(path).Length, customers.GetProperty("files")[0].GetProperty("bytes").GetInt64());
    }

    [Theory]
    [InlineData("csv", "id,name,joined,note\n1001,")]
    [InlineData("jsonl", "{\"id\":1001,")]
    public async Task A_dash_writes_rows_and_nothing_else_to_standard_output(string format, string start)
    {
        CommandLine run = await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", "-", "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
        Assert.Equal(format == "csv" ? 21 : 20, run.Output.Count(letter => letter == '\n'));
        Assert.Contains("made 20 rows", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_with_its_manifest_beside_it()
    {
        string file = folder.At("customers.parquet");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "--tables", "customers", "-o", file)).ExitCode);
        Assert.True(File.Exists(file));
        Assert.True(File.Exists(file + ".manifest.json"));
    }

    [Fact]
    public async Task Rows_and_scale_change_the_tables_with_a_number_of_their_own()
    {
        Assert.Equal(5, await CustomersAsync("--rows", "5"));
        Assert.Equal(5, await CustomersAsync("--rows", "customers=5"));
        Assert.Equal(3, await CustomersAsync("--scale", "0.11"));

        async Task<int> CustomersAsync(params string[] options)
        {
            CommandLine run = await CommandLine.RunAsync(["plan", schema, "--json", .. options]);
            return run.Json().GetProperty("result").GetProperty("tables")[0].GetProperty("rows").GetInt32();
        }
    }

    [Fact]
    public async Task Shards_merge_to_the_dataset_made_at_once()
    {
        string parts = folder.At("parts");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--quiet")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", parts, "--shard", "1/2", "--quiet")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", parts, "--shard", "2/2", "--quiet")).ExitCode);
        CommandLine merge = await CommandLine.RunAsync("merge", parts);
        Assert.Equal(0, merge.ExitCode);
        Assert.Contains("shop: merged to", merge.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(folder.At("made/customers.csv"), Token), await File.ReadAllTextAsync(folder.At("parts/customers.csv"), Token));
    }

    [Fact]
    public async Task Preview_shows_the_first_rows_and_writes_nothing()
    {
        CommandLine run = await CommandLine.RunAsync("preview", schema, "--table", "customers", "-n", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1002", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1003", run.Output, StringComparison.Ordinal);
        Assert.Equal([schema], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Plan_prints_tables_columns_stages_and_rules()
    {
        CommandLine run = await CommandLine.RunAsync("plan", schema);
        Assert.Equal(0, run.ExitCode);
        Assert.All(
            ["shop: ", "seed 7", "as of 2025-01-01", "customers: 20 rows", "per customers", "in stages: ", "rule not_five: redraw"],
            words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_passes_what_generate_made_and_finds_what_somebody_broke()
    {
        await CommandLine.RunAsync("generate", schema, "-o", made, "--quiet");
        CommandLine right = await CommandLine.RunAsync("validate", schema, made);
        Assert.Equal(0, right.ExitCode);
        Assert.Contains("every row keeps the schema", right.Output, StringComparison.Ordinal);

        string orders = folder.At("made/orders.csv");
        string[] lines = await File.ReadAllLinesAsync(orders, Token);
        lines[1] = lines[1][..lines[1].LastIndexOf(',')] + ",5.50";
        await File.WriteAllLinesAsync(folder.At("mine.csv"), lines, Token);
        CommandLine wrong = await CommandLine.RunAsync("validate", schema, $"customers={folder.At("made/customers.csv")}", $"orders={folder.At("mine.csv")}");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("not_five", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_of_a_schema_alone_says_that_it_is_right()
    {
        CommandLine run = await CommandLine.RunAsync("validate", schema);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("shop: the schema is right: 2 tables", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_with_neither_model_nor_fallback_is_a_plan_error_but_no_fault_of_the_schema()
    {
        string bare = folder.Write("bare.yaml", Shop.Replace(", fallback: { template: '{name} likes tea.' }", "", StringComparison.Ordinal));
        Assert.Equal(3, (await CommandLine.RunAsync("generate", bare, "-o", made)).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("validate", bare)).ExitCode);
    }

    [Fact]
    public async Task A_provider_nobody_knows_and_a_missing_key_are_usage()
    {
        (await CommandLine.RunAsync("generate", schema, "-o", made, "--model", "acme/x")).AssertRefused(2, "SD8002");
        (await CommandLine.RunAsync("generate", schema, "-o", made, "--model", "openai/x")).AssertRefused(2, "SD8003", "OPENAI_API_KEY");
        Assert.False(Directory.Exists(made));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
