namespace SynthData.Tests.Cli;

/// <summary>Options against the tables of a schema; each ends before anything is planned.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Shop = """
        synthdata: 1
        name: shop
        as_of: 2025-01-01
        tables:
          customers: { rows: 10, key: id, columns: { id: { sequence: 1 } } }
          products: { rows: 5, key: id, columns: { id: { sequence: 1 } } }
          orders:
            rows: { per: customer, count: 2 }
            key: id
            columns: { id: { uuid: true }, customer: { references: customers.id } }
          lines:
            rows: { per: orders, count: 2 }
            columns: { order: { references: orders.id }, number: { position: true } }
          sizes: { rows: [ { size: S }, { size: L } ], key: size, columns: { size: { type: string } } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;

    public RequestTests() => schema = folder.Write("shop.yaml", Shop);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rows_without_a_table_name_the_tables_with_a_number_of_their_own() =>
        (await PlanAsync("--rows", "7")).AssertRefused(2, "SD8109", "customers, products", "--rows TABLE=7");

    [Theory]
    [InlineData("orders=5")]
    [InlineData("lines=5")]
    public async Task Rows_of_a_per_table_name_its_root(string rows) =>
        (await PlanAsync("--rows", rows)).AssertRefused(2, "SD8110", "Write '--rows customers=N'");

    [Fact]
    public async Task Rows_of_a_listed_table_are_its_list() => (await PlanAsync("--rows", "sizes=3")).AssertRefused(2, "SD8111", "'sizes'");

    [Theory]
    [InlineData("--rows", "costumers=5")]
    [InlineData("--tables", "orders,costumers")]
    public async Task An_unknown_table_is_refused_with_the_nearest_one(string option, string value) =>
        (await PlanAsync(option, value)).AssertRefused(2, "SD8112", "Did you mean 'customers'?");

    [Theory]
    [InlineData("--rows", "-5")]
    [InlineData("--rows", "customers=")]
    [InlineData("--rows", "=5")]
    [InlineData("--rows", "1.5")]
    [InlineData("--scale", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--as-of", "yesterday")]
    [InlineData("--shard", "3/2")]
    [InlineData("--threads", "0")]
    [InlineData("--format", "xlsx")]
    [InlineData("--compression", "snappy")]
    [InlineData("--compression", "zip:9")]
    [InlineData("--csv-formula", "drop")]
    [InlineData("--text", "row-by-row")]
    [InlineData("--set", "day")]
    public async Task A_value_that_an_option_does_not_take_is_refused_with_what_it_takes(string option, string value) =>
        (await PlanAsync(option, value)).AssertRefused(2, "SD8106", option, "Expected ");

    [Fact]
    public async Task Several_mistakes_are_told_at_once()
    {
        CommandLine run = await PlanAsync("--rows", "7", "--scale", "x", "--seed", "y", "--format", "z");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(4, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--rows", "customers=1", "--rows", "customers=2")]
    [InlineData("--tables", "orders,orders")]
    [InlineData("--set", "a=1", "--set", "a=2")]
    public async Task A_name_given_twice_is_refused(params string[] options) => (await PlanAsync(options)).AssertRefused(2, "SD8122", "twice");

    [Theory]
    [InlineData("-o", "a.parquet", "--format", "csv", "--tables", "sizes")]
    [InlineData("-o", "a.csv.gz", "--compression", "none", "--tables", "sizes")]
    public async Task A_file_name_and_an_option_that_disagree_are_refused(params string[] options) =>
        (await PlanAsync(options)).AssertRefused(2, "SD8113", "different things");

    [Theory]
    [InlineData("-")]
    [InlineData("all.csv")]
    [InlineData("all.jsonl.gz")]
    public async Task A_file_or_standard_output_holds_one_table(string path) =>
        (await PlanAsync("-o", path)).AssertRefused(2, "SD8114", "5 tables", "customers, products, orders, lines, sizes");

    [Fact]
    public async Task Json_and_data_do_not_share_standard_output()
    {
        CommandLine run = await PlanAsync("-o", "-", "--tables", "sizes", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("SD8115", run.Json().GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_bare_model_needs_the_environment() => (await PlanAsync("--model")).AssertRefused(2, "SD8116", "SYNTHDATA_MODEL");

    [Fact]
    public async Task A_model_without_a_provider_is_refused_whoever_named_it()
    {
        (await PlanAsync("--model", "gpt")).AssertRefused(2, "SD8001");
        CommandLine run = await CommandLine.RunAsync(
            ["plan", schema, "--model"], name => name == "SYNTHDATA_MODEL" ? "gpt" : null, TestContext.Current.CancellationToken);
        run.AssertRefused(2, "SD8001");
    }

    [Theory]
    [InlineData("--replay")]
    [InlineData("--journal", "x.jsonl")]
    [InlineData("--base-url", "http://localhost:1")]
    [InlineData("--timeout", "5s")]
    [InlineData("--text", "row")]
    [InlineData("--csv-formula", "escape", "--format", "jsonl")]
    public async Task An_option_that_would_do_nothing_is_refused(params string[] options) =>
        (await PlanAsync(options)).AssertRefused(2, "SD8117", "does nothing without");

    [Fact]
    public async Task Knowledge_that_is_asked_for_has_to_be_there()
    {
        string prompts = folder.Write("prompts.yaml", "synthdata: 1\nname: p\ntables: { t: { rows: 3, columns: { a: { prompt: 'A.', fallback: { constant: x } } } } }\n");
        (await CommandLine.RunAsync("plan", prompts, "--text", "knowledge")).AssertRefused(3, "SD7024", "there is no file beside the schema");
        folder.Write("prompts.knowledge.yaml", "synthdata-knowledge: 1\ncolumns: { t.a: { pools: [{ entries: [y] }] } }\n");
        Assert.Equal(0, (await CommandLine.RunAsync("plan", prompts, "--text", "knowledge")).ExitCode);
    }

    [Fact]
    public async Task Preview_and_validate_know_the_tables_too()
    {
        (await CommandLine.RunAsync("preview", schema, "--table", "order")).AssertRefused(2, "SD8112", "Did you mean 'orders'?");
        (await CommandLine.RunAsync("validate", schema, $"order={schema}")).AssertRefused(2, "SD8112", "Did you mean 'orders'?");
        (await CommandLine.RunAsync("validate", schema, "orders=no-such.csv")).AssertRefused(2, "SD8108", "no-such.csv");
    }

    [Fact]
    public async Task A_folder_without_parts_cannot_be_merged()
    {
        (await CommandLine.RunAsync("merge", folder.At("none"))).AssertRefused(2, "SD8108");
        (await CommandLine.RunAsync("merge", folder.Path)).AssertRefused(5, "SD5020");
    }

    [Fact]
    public async Task A_wrong_schema_is_3_with_every_mistake_in_its_place()
    {
        string wrong = folder.Write("wrong.yaml", Shop.Replace("as_of", "asof", StringComparison.Ordinal).Replace("uuid: true", "uid: true", StringComparison.Ordinal));
        CommandLine run = await CommandLine.RunAsync("validate", wrong);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"{wrong}(3,1): error SD1", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{wrong}(10,2", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandLine> PlanAsync(params string[] options) => CommandLine.RunAsync(["plan", schema, .. options]);
}
