namespace SynthData.Tests.Cli;

/// <summary><c>generate --check</c>: whether a dataset that stands is the one its schema makes.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Pets = """
        synthdata: 1
        name: pets
        tables:
          owners: { rows: 12, key: id, columns: { id: { sequence: 1 }, name: { semantic: person.first_name } } }
          pets:
            rows: { per: owners, count: 2 }
            key: id
            columns: { id: { sequence: 1 }, owner: { references: owners.id }, kind: { values: [cat, dog] } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private readonly string made;

    public CheckTests()
    {
        schema = folder.Write("pets.yaml", Pets);
        made = folder.At("made");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_dataset_that_was_made_is_what_its_schema_makes_in_any_format()
    {
        await MakeAsync("--format", "parquet");
        CommandLine check = await CommandLine.RunAsync("generate", schema, "-o", made, "--check", "--format", "jsonl");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("holds what the schema makes, 36 rows", check.Error, StringComparison.Ordinal);
        CommandLine json = await CommandLine.RunAsync("generate", schema, "-o", made, "--check", "--json");
        Assert.True(json.Json().GetProperty("result").GetProperty("isSame").GetBoolean());
    }

    [Fact]
    public async Task Another_seed_and_a_changed_schema_are_differences_by_table_and_nothing_is_written()
    {
        await MakeAsync();
        byte[] before = await File.ReadAllBytesAsync(folder.At("made/pets.csv"), TestContext.Current.CancellationToken);
        CommandLine seed = await CommandLine.RunAsync("generate", schema, "-o", made, "--check", "--seed", "2");
        seed.AssertRefused(1, "SD5032", "Table 'owners'", "its cells differ", "Table 'pets'");

        folder.Write("pets.yaml", Pets.Replace("rows: 12", "rows: 13", StringComparison.Ordinal).Replace("kind: {", "sort: {", StringComparison.Ordinal));
        CommandLine rows = await CommandLine.RunAsync("generate", schema, "-o", made, "--check");
        rows.AssertRefused(1, "SD5032", "it has 12 rows, not 13", "it has 24 rows, not 26");
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.At("made/pets.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_somebody_edited_and_a_table_that_is_not_made_any_more_are_differences()
    {
        await MakeAsync();
        await File.AppendAllTextAsync(folder.At("made/pets.csv"), "25,12,cat\n", TestContext.Current.CancellationToken);
        CommandLine check = await CommandLine.RunAsync("generate", schema, "-o", made, "--check", "--tables", "owners");
        check.AssertRefused(1, "SD5024", "pets.csv");
        check.AssertRefused(1, "SD5032", "Table 'pets'", "it is there, but not made");
    }

    [Fact]
    public async Task Without_a_dataset_there_is_nothing_to_check()
    {
        (await CommandLine.RunAsync("generate", schema, "-o", made, "--check")).AssertRefused(5, "SD5031", "manifest.json");
        Assert.False(Directory.Exists(made));
        (await CommandLine.RunAsync("generate", schema, "-o", made, "--check", "--overwrite")).AssertRefused(2, "SD8113", "--check", "--overwrite");
    }

    private async Task MakeAsync(params string[] options)
    {
        CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", made, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
