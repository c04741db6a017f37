using System.Text.Json;

namespace SynthData.Tests.Cli;

/// <summary>What <c>validate</c> prints about data, and how it ends.</summary>
public sealed class ValidateTests : IDisposable
{
    private const string Schema = """
        synthdata: 1
        name: pets
        tables:
          owners: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
          pets:
            rows: { per: owners, count: 1 }
            columns:
              owner: { references: owners.id }
              kind: { values: [cat, dog] }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;

    public ValidateTests()
    {
        schema = folder.Write("pets.yaml", Schema);
        folder.Write("data/owners.csv", "id\n1\n2\n");
        folder.Write("data/pets.csv", "owner,kind\n1,cat\n2,wolf\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Findings_and_a_table_go_to_standard_output_and_differences_end_with_1()
    {
        CommandLine run = await CommandLine.RunAsync("validate", schema, folder.At("data"));
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.StartsWith(
            $"{schema}(9,7): error SD4028: {folder.At("data/pets.csv")} row 2: column 'pets.kind' holds ***, which is not one of its values: cat, dog.", run.Output, StringComparison.Ordinal);
        Assert.Contains("pets: 1 violations", run.Output, StringComparison.Ordinal);
        Assert.Contains("holds 'wolf'", (await CommandLine.RunAsync("validate", schema, folder.At("data"), "--show-values")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_checked_goes_to_standard_error_and_is_no_difference()
    {
        folder.Write("mine.csv", "owner,kind\n1,cat\n");
        CommandLine run = await CommandLine.RunAsync("validate", schema, $"pets={folder.At("mine.csv")}");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("warning SD4050: Not checked in table 'pets', because table 'owners' was not given: reference 'owner'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_tables_findings_and_notes()
    {
        CommandLine run = await CommandLine.RunAsync("validate", schema, folder.At("data/pets.csv"), "--json");
        JsonElement document = run.Json();
        Assert.Equal(1, document.GetProperty("exitCode").GetInt32());
        Assert.Equal("SD4028", document.GetProperty("result").GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Equal(2, document.GetProperty("result").GetProperty("tables")[0].GetProperty("rows").GetInt64());
        Assert.Equal("SD4050", document.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_ends_with_5()
    {
        (await CommandLine.RunAsync("validate", schema, $"pets={folder.Write("mine.parquet", "no")}")).AssertRefused(5, "SD5030", "mine.parquet");
        (await CommandLine.RunAsync("validate", schema, $"pets={folder.Write("mine.csv.gz", "no")}")).AssertRefused(5, "SD5030", "mine.csv.gz");
    }

    [Fact]
    public async Task Files_and_tables_that_are_not_there_are_usage()
    {
        (await CommandLine.RunAsync("validate", schema, $"pest={folder.At("data/pets.csv")}")).AssertRefused(2, "SD8112", "Did you mean 'pets'?");
        (await CommandLine.RunAsync("validate", schema, "pets=none.csv")).AssertRefused(2, "SD8108", "none.csv");
        (await CommandLine.RunAsync("validate", schema, schema)).AssertRefused(2, "SD8106", ".csv.gz");
    }

    [Fact]
    public async Task Sql_prints_a_script_that_gives_the_data_its_names()
    {
        CommandLine run = await CommandLine.RunAsync("validate", schema, folder.At("data"), "--sql", "duckdb");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("CREATE VIEW \"pets\" AS\nSELECT * FROM read_csv(", run.Output, StringComparison.Ordinal);
        Assert.Contains("-- pets: column kind\nSELECT r.*\nFROM \"pets\" AS r\nWHERE r.\"kind\" IS NOT NULL AND r.\"kind\" NOT IN ('cat', 'dog');\n", run.Output, StringComparison.Ordinal);
        JsonElement queries = (await CommandLine.RunAsync("validate", schema, "--sql", "postgres", "--json")).Json().GetProperty("result").GetProperty("queries");
        Assert.Equal("key (id)", queries[0].GetProperty("rule").GetString());
        (await CommandLine.RunAsync("validate", schema, "--sql", "mysql")).AssertRefused(2, "SD8106", "duckdb or postgres");
    }
}
