using Microsoft.Data.Sqlite;

namespace SynthData.Tests.Cli;

/// <summary><c>--format sql</c>: one script of all tables.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Pets = """
        synthdata: 1
        name: pets
        tables:
          owners: { rows: 3, key: id, columns: { id: { sequence: 1 }, name: { values: [Ann, Bob] } } }
          pets:
            rows: { per: owners, count: 2 }
            key: id
            columns: { id: { sequence: 1 }, owner: { references: owners.id }, kind: { values: [cat, dog] } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;

    public ScriptTests() => schema = folder.Write("pets.yaml", Pets);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_and_standard_output_hold_all_tables()
    {
        CommandLine file = await CommandLine.RunAsync("generate", schema, "-o", folder.At("pets.sql"), "--create");
        Assert.Equal(0, file.ExitCode);
        Assert.DoesNotContain("validate", file.Error, StringComparison.Ordinal);
        CommandLine stream = await CommandLine.RunAsync("generate", schema, "-o", "-", "--format", "sql", "--create", "--quiet");
        Assert.Equal(await File.ReadAllTextAsync(folder.At("pets.sql"), TestContext.Current.CancellationToken), stream.Output);

        using SqliteConnection database = new("Data Source=:memory:;Foreign Keys=True");
        database.Open();
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = stream.Output + "SELECT count(*) FROM pets JOIN owners ON owners.id = pets.owner";
        Assert.Equal(6L, command.ExecuteScalar());
    }

    [Fact]
    public async Task Without_create_rows_are_inserted_into_tables_that_exist()
    {
        CommandLine run = await CommandLine.RunAsync("generate", schema, "-o", "-", "--format", "sql", "--quiet");
        Assert.DoesNotContain("CREATE", run.Output, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO \"pets\" (\"id\", \"owner\", \"kind\") VALUES\n(1, 1, '", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_a_script_is_checked_complete_and_replaced_like_any()
    {
        string made = folder.At("made");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--format", "sql", "--compression", "zstd", "--quiet")).ExitCode);
        Assert.True(File.Exists(folder.At("made/pets.sql.zst")));
        Assert.Contains("already complete", (await CommandLine.RunAsync("generate", schema, "-o", made, "--format", "sql", "--compression", "zstd")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--check")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", made, "--overwrite", "--quiet")).ExitCode);
        Assert.False(File.Exists(folder.At("made/pets.sql.zst")));
    }

    [Fact]
    public async Task What_a_script_cannot_be_is_refused()
    {
        (await CommandLine.RunAsync("generate", schema, "--format", "sql", "--shard", "1/2")).AssertRefused(2, "SD8113", "--shard");
        (await CommandLine.RunAsync("generate", schema, "-o", "pets.sql", "--format", "csv")).AssertRefused(2, "SD8113");
        (await CommandLine.RunAsync("generate", schema, "--create")).AssertRefused(2, "SD8117", "--format sql");
        (await CommandLine.RunAsync("generate", schema, "--format", "sql", "--truncate")).AssertRefused(2, "SD8117", "--truncate");
        (await CommandLine.RunAsync("generate", schema, "--format", "sql", "--csv-formula", "reject")).AssertRefused(2, "SD8117", "--csv-formula");
        (await CommandLine.RunAsync("generate", schema, "--format", "sql", "--compression", "snappy")).AssertRefused(2, "SD8106", "snappy");
    }

    [Fact]
    public async Task Scripts_are_not_read_back_which_is_said()
    {
        await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--format", "sql", "--quiet");
        foreach (string[] args in (string[][])
            [["validate", schema, folder.At("made")], ["validate", schema, folder.At("made/pets.sql")], ["compare", folder.At("made"), folder.At("made")], ["compare", folder.At("made/pets.sql"), folder.At("made/pets.sql")]])
            (await CommandLine.RunAsync(args)).AssertRefused(2, "SD8106", "an SQL script is written only");
    }
}
