namespace SynthData.Tests.Cli;

/// <summary><c>--junit FILE</c>: a test case for each thing that was checked.</summary>
public sealed class JUnitTests : IDisposable
{
    private const string Schema = """
        synthdata: 1
        name: pets
        tables:
          owners: { rows: 2, key: id, columns: { id: { sequence: 1 }, name: { values: [Ann, Bob] } } }
          pets:
            rows: { per: owners, count: 1 }
            columns:
              owner: { references: owners.id }
              kind: { values: [cat, dog] }
              age: { type: int32, range: [0, 30] }
            rules:
              - { name: no_old_dogs, check: kind <> 'dog' or age < 20 }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private readonly string report;

    public JUnitTests()
    {
        schema = folder.Write("pets.yaml", Schema);
        folder.Write("data/owners.csv", "id,name\n1,Ann\n2,Bob\n");
        folder.Write("data/pets.csv", "owner,kind,age\n1,cat,3\n2,dog,4\n");
        report = folder.At("reports/pets.xml");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Data_that_keeps_its_schema_passes_case_by_case_and_table_by_table()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("validate", schema, folder.At("data"), "--junit", report)).ExitCode);
        Assert.Equal(
            [
                "pets.owners | columns | passed", "pets.owners | rows | passed", "pets.owners | column 'id' | passed", "pets.owners | column 'name' | passed",
                "pets.owners | key (id) | passed",
                "pets.pets | columns | passed", "pets.pets | rows | passed", "pets.pets | column 'owner' | passed", "pets.pets | column 'kind' | passed",
                "pets.pets | column 'age' | passed", "pets.pets | reference 'owner' | passed", "pets.pets | rule 'no_old_dogs' | passed",
            ],
            JUnitFile.Read(report).Cases);
        Assert.Equal([report], Directory.GetFileSystemEntries(folder.At("reports")));
    }

    [Fact]
    public async Task A_failure_has_code_message_and_position_and_stands_with_what_was_checked()
    {
        folder.Write("data/pets.csv", "owner,kind,age\n1,wolf,3\n3,dog,25\n2,dog,old\n2,dog,22\n");
        CommandLine run = await CommandLine.RunAsync("validate", schema, folder.At("data"), "--junit", report);
        Assert.Equal(1, run.ExitCode);
        JUnitFile junit = JUnitFile.Read(report);
        Assert.Equal(
            [
                "pets.pets | column 'kind' | failure SD4028", "pets.pets | column 'age' | failure SD4024",
                "pets.pets | reference 'owner' | failure SD4037", "pets.pets | rule 'no_old_dogs' | failure SD4033",
            ],
            junit.Cases.Where(one => !one.EndsWith("passed", StringComparison.Ordinal)));
        Assert.Contains("breaks the rule 'no_old_dogs'", junit.Of("rule 'no_old_dogs'").Attribute("message")!.Value, StringComparison.Ordinal);
        string[] lines = junit.Of("rule 'no_old_dogs'").Value.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{schema}(12,", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bike-shop")]
    [InlineData("clinic")]
    [InlineData("hr")]
    public async Task Of_a_schema_with_everything_in_it_each_check_is_a_case_of_its_own(string name)
    {
        string ready = Snapshots.Repository.PathOf("schemas", name + ".yaml");
        await CommandLine.RunAsync("generate", ready, "-o", folder.At("made"), "--scale", "0.1", "--quiet");
        Assert.Equal(0, (await CommandLine.RunAsync("validate", ready, folder.At("made"), "--junit", report)).ExitCode);
        string[] cases = [.. JUnitFile.Read(report).Cases];
        Assert.DoesNotContain(cases, one => one.Contains("| failure", StringComparison.Ordinal) || one.Contains("| error", StringComparison.Ordinal));
        Assert.Contains(cases, one => one.Contains("| rule '", StringComparison.Ordinal) && one.EndsWith("| passed", StringComparison.Ordinal));
        Assert.Contains(cases, one => one.Contains("| reference '", StringComparison.Ordinal) && one.EndsWith("| passed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_checked_is_skipped_with_its_reason_and_the_notes_are_kept()
    {
        await CommandLine.RunAsync("validate", schema, folder.At("data/pets.csv"), "--junit", report);
        JUnitFile junit = JUnitFile.Read(report);
        Assert.Contains("pets.pets | reference 'owner' | skipped", junit.Cases);
        Assert.Equal("table 'owners' was not given", junit.Of("reference 'owner'").Attribute("message")!.Value);
        Assert.Contains("warning SD4050: Not checked in table 'pets'", junit.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_and_a_file_that_its_manifest_does_not_know_are_cases()
    {
        await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--quiet");
        folder.Write("made/pets.csv", "owner,age\n1,3\n2,4\n");
        await CommandLine.RunAsync("validate", schema, folder.At("made"), "--junit", report);
        JUnitFile junit = JUnitFile.Read(report);
        Assert.Contains("pets.owners | manifest | passed", junit.Cases);
        Assert.Contains("pets.pets | manifest | failure SD4043", junit.Cases);
        Assert.Contains("pets.pets | columns | failure SD4020", junit.Cases);
        Assert.Contains("pets.pets | rule 'no_old_dogs' | skipped", junit.Cases);
    }

    [Fact]
    public async Task Values_that_XML_cannot_hold_are_spelled_out()
    {
        folder.Write("data/pets.csv", "owner,kind,age\n1,<&\u0001\uFFFF😀>,3\n2,dog,4\n");
        await CommandLine.RunAsync("validate", schema, folder.At("data"), "--show-values", "--junit", report);
        Assert.Contains("holds '<&\\u0001\\uffff😀>'", JUnitFile.Read(report).Of("column 'kind'").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_alone_is_one_case_and_each_of_its_errors_another()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("validate", schema, "--junit", report)).ExitCode);
        Assert.Equal(["pets | the schema is right | passed"], JUnitFile.Read(report).Cases);

        folder.Write("pets.yaml", Schema.Replace("int32", "int31", StringComparison.Ordinal).Replace("name: { values", "name: { value", StringComparison.Ordinal));
        (await CommandLine.RunAsync("validate", schema, "--junit", report)).AssertRefused(3, "SD1004");
        string[] cases = [.. JUnitFile.Read(report).Cases];
        Assert.Equal(2, cases.Length);
        Assert.All(cases, one => Assert.Matches(@"^pets \| .*pets\.yaml\((4|10),\d+\) SD\d{4} \| failure SD\d{4}$", one));
    }

    [Fact]
    public async Task What_could_not_be_checked_at_all_is_an_error_and_no_older_report_stays()
    {
        await CommandLine.RunAsync("validate", schema, folder.At("data"), "--junit", report);
        (await CommandLine.RunAsync("validate", schema, $"pets={folder.Write("bad.parquet", "no")}", "--junit", report)).AssertRefused(5, "SD5030");
        Assert.Equal(["pets | SD5030 | error SD5030"], JUnitFile.Read(report).Cases);
        (await CommandLine.RunAsync("validate", schema, folder.At("nowhere"), "--junit", report)).AssertRefused(2, "SD8108");
        Assert.Equal(["pets | SD8108 | error SD8108"], JUnitFile.Read(report).Cases);
    }

    [Fact]
    public async Task Generate_check_has_a_case_a_table()
    {
        await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--quiet");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--check", "--junit", report)).ExitCode);
        Assert.Equal(["pets | table 'owners' | passed", "pets | table 'pets' | passed"], JUnitFile.Read(report).Cases);
        await File.AppendAllTextAsync(folder.At("made/pets.csv"), "1,cat,1\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--check", "--junit", report)).ExitCode);
        Assert.Equal(["pets | table 'owners' | passed", "pets | table 'pets' | failure SD5024"], JUnitFile.Read(report).Cases);
    }

    [Fact]
    public async Task Compile_check_has_a_case_for_each_thing_that_is_missing()
    {
        string notes = folder.Write("notes.yaml", """
            synthdata: 1
            name: notes
            tables:
              notes: { rows: 3, key: id, columns: { id: { sequence: 1 }, text: { prompt: 'A note.', fallback: { constant: none } } } }
            """);
        Assert.Equal(1, (await CommandLine.RunAsync("compile", notes, "--check", "--junit", report)).ExitCode);
        string missing = Assert.Single(JUnitFile.Read(report).Cases);
        Assert.Matches(@"^notes \| .* \| failure SD7\d{3}$", missing);
    }

    [Fact]
    public async Task A_report_belongs_to_a_check()
    {
        (await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"), "--junit", report)).AssertRefused(2, "SD8117", "--junit", "--check");
        (await CommandLine.RunAsync("compile", schema, "--junit", report)).AssertRefused(2, "SD8117", "--junit", "--check");
        (await CommandLine.RunAsync("validate", schema, "--sql", "duckdb", "--junit", report)).AssertRefused(2, "SD8113");
    }

    [Fact]
    public async Task A_report_has_a_name() => (await CommandLine.RunAsync("validate", schema, "--junit", "")).AssertRefused(2, "SD8106", "'--junit'");

    [Fact]
    public async Task A_report_that_cannot_be_written_ends_with_5_and_leaves_nothing()
    {
        Directory.CreateDirectory(folder.At("reports/pets.xml"));
        (await CommandLine.RunAsync("validate", schema, "--junit", report)).AssertRefused(5, "SD5012", "pets.xml");
        Assert.Equal([report], Directory.GetFileSystemEntries(folder.At("reports")));
    }
}
