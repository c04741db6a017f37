using System.Text.Json;

namespace SynthData.Tests.Cli;

/// <summary>What <c>compare</c> prints, how it ends, and what it refuses.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string pets;
    private readonly string wolves;

    public CompareTests()
    {
        pets = folder.Write("pets.csv", "kind,age,note\ncat,1,Sleeps all day\ncat,2,Eats fish\ndog,3,Barks at Anna\ndog,4,Runs in the park\n");
        wolves = folder.Write("wolves.csv", "kind,age,note\nwolf,3,Howls at the moon\ndog,4,Barks at Ben\ndog,5,Runs in the wood\ndog,6,Eats meat\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_files_are_told_apart_column_by_column()
    {
        CommandLine run = await CommandLine.RunAsync("compare", pets, wolves);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("pets: A has 4 rows, B has 4 rows\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nkind +category +nulls +0 +0 +0\n +total-variation +2 +2 +0\.5\n", run.Output);
        Assert.Matches(@"\n +ks +2\.5 +4\.5 +0\.5\n", run.Output);
        Assert.Matches(@"\nnote +text +nulls", run.Output);
        Assert.Matches(@"\nkind, age +cramers-v", run.Output);
    }

    [Fact]
    public async Task A_table_is_like_itself()
    {
        JsonElement table = (await CommandLine.RunAsync("compare", pets, pets, "--json")).Json().GetProperty("result").GetProperty("tables")[0];
        double[] distances =
        [
            .. table.GetProperty("columns").EnumerateArray().SelectMany(column => column.GetProperty("measures").EnumerateArray())
                .Concat(table.GetProperty("pairs").EnumerateArray()).Select(value => value.GetProperty("distance").GetDouble()),
        ];
        Assert.True(distances.Length > 10);
        Assert.All(distances, distance => Assert.Equal(0, distance));
    }

    [Fact]
    public async Task A_threshold_that_is_passed_ends_with_1_and_one_that_holds_with_0()
    {
        CommandLine passed = await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "total-variation=0.49", "--threshold", "ks=0.6", "--quiet");
        Assert.Equal(1, passed.ExitCode);
        Assert.Equal(
            "error SD8207: Column 'kind' of table 'pets': 'total-variation' is apart by 0.5, more than 0.49. Make the tables more alike, or raise the threshold.\n", passed.Output);
        Assert.Equal(0, (await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "total-variation=0.5")).ExitCode);

        JsonElement json = (await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "association=0.05", "--json")).Json();
        Assert.Equal(1, json.GetProperty("exitCode").GetInt32());
        Assert.Contains("'kind' and 'age'", json.GetProperty("result").GetProperty("findings")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_that_no_column_has_is_said()
    {
        CommandLine run = await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "words-1000=0.1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning SD8208: '--threshold words-1000=…' was looked at nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_is_a_measure_and_a_number()
    {
        (await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "masked-selfbleu=1")).AssertRefused(2, "SD8106", "Did you mean 'masked-self-bleu'?");
        (await CommandLine.RunAsync("compare", pets, wolves, "--threshold", "ks")).AssertRefused(2, "SD8106", "such as ks=0.1");
        (await CommandLine.RunAsync("compare", pets, wolves, "--sample", "0")).AssertRefused(2, "SD8106", "--sample");
    }

    [Fact]
    public async Task What_is_not_there_or_no_table_is_refused()
    {
        (await CommandLine.RunAsync("compare", pets, folder.At("none.csv"))).AssertRefused(2, "SD8108", "none.csv");
        (await CommandLine.RunAsync("compare", pets, folder.Write("pets.txt", "kind\ncat\n"))).AssertRefused(2, "SD8106", "pets.txt", ".jsonl");
        (await CommandLine.RunAsync("compare", pets, folder.Write("broken.parquet", "kind\ncat\n"))).AssertRefused(5, "SD5030", "broken.parquet");
    }

    [Fact]
    public async Task Tables_without_a_column_in_common_or_without_rows_are_refused()
    {
        (await CommandLine.RunAsync("compare", pets, folder.Write("cars.csv", "wheels\n4\n"))).AssertRefused(2, "SD8202", "wheels", "kind, age, note");
        (await CommandLine.RunAsync("compare", pets, folder.Write("empty.csv", "kind,age,note\n"))).AssertRefused(2, "SD8203", "empty.csv");
        folder.Write("a/one.csv", "n\n1\n");
        folder.Write("a/two.csv", "n\n1\n");
        folder.Write("b/three.csv", "n\n1\n");
        (await CommandLine.RunAsync("compare", folder.At("a"), folder.At("b"))).AssertRefused(2, "SD8201", "one, two", "three");
    }

    [Fact]
    public async Task A_folder_has_one_file_of_a_table_and_every_file_its_manifest_names()
    {
        folder.Write("twice/pets.csv", "n\n1\n");
        folder.Write("twice/pets.jsonl", "{\"n\": 1}\n");
        (await CommandLine.RunAsync("compare", folder.At("twice"), pets)).AssertRefused(2, "SD8106", "'pets.csv' and 'pets.jsonl'");

        string schema = folder.Write("one.yaml", "synthdata: 1\nname: one\ntables: { pets: { rows: 9, columns: { age: { range: [1, 9] } } } }\n");
        Assert.Equal(0, (await CommandLine.RunAsync("generate", schema, "-o", folder.At("made"))).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("compare", folder.At("made"), pets)).ExitCode);
        File.Delete(folder.At("made/pets.csv"));
        (await CommandLine.RunAsync("compare", folder.At("made"), pets)).AssertRefused(5, "SD5030", "pets.csv");
    }

    [Fact]
    public async Task A_schema_gives_types_and_says_which_table_a_file_holds()
    {
        string schema = folder.Write("zoo.yaml", """
            synthdata: 1
            name: zoo
            tables:
              pets: { rows: 4, columns: { kind: { values: [cat, dog] }, age: { pattern: '[1-9]' }, note: { prompt: What it does, fallback: { values: [nothing] } } } }
              cages: { rows: 1, columns: { size: { range: [1, 9] } } }
            """);
        CommandLine run = await CommandLine.RunAsync("compare", $"pets={pets}", $"pets={wolves}", "--schema", schema);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\nage +text +nulls", run.Output);
        (await CommandLine.RunAsync("compare", $"pet={pets}", $"pets={wolves}", "--schema", schema)).AssertRefused(2, "SD8112", "Did you mean 'pets'?");
        (await CommandLine.RunAsync("compare", pets, wolves, "--schema", folder.Write("bad.yaml", "synthdata: 1\nname: bad\n"))).AssertRefused(3, "SD1016");
    }

    [Fact]
    public async Task Tables_and_columns_of_one_side_are_named()
    {
        folder.Write("a/one.csv", "n,m\n1,1\n");
        folder.Write("a/two.csv", "n\n1\n");
        folder.Write("b/one.csv", "n,k\n1,2\n");
        folder.Write("b/three.csv", "n\n1\n");
        CommandLine run = await CommandLine.RunAsync("compare", folder.At("a"), folder.At("b"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"SD8204: Table 'two' is in '{folder.At("a")}' only", run.Error, StringComparison.Ordinal);
        Assert.Contains($"SD8204: Table 'three' is in '{folder.At("b")}' only", run.Error, StringComparison.Ordinal);
        Assert.Contains($"SD8205: Column 'm' of table 'one' is in '{folder.At("a")}' only", run.Error, StringComparison.Ordinal);
        Assert.Contains($"SD8205: Column 'k' of table 'one' is in '{folder.At("b")}' only", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_count_as_without_values_and_are_said()
    {
        string torn = folder.Write("torn.csv", "kind,age,note\ncat,1,Sleeps all day\ncat,2\ndog,3,Barks at Anna\ndog,4,Runs in the park\n");
        CommandLine run = await CommandLine.RunAsync("compare", pets, torn);
        Assert.Contains($"SD8206: '{torn}' holds 3 cells of table 'torn'", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"\nkind +category +nulls +0 +0\.25 +0\.25\n", run.Output);
    }

    [Fact]
    public async Task A_sample_says_so()
    {
        string many = folder.Write("many.csv", "n\n" + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"{n}\n")));
        CommandLine run = await CommandLine.RunAsync("compare", many, many, "--sample", "100");
        Assert.StartsWith("many: A has 5,000 rows, of which 100 were measured, B has 5,000 rows, of which 100 were measured\n", run.Output, StringComparison.Ordinal);
    }
}
