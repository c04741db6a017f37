using SynthData.Output;
using SynthData.Tests.Judge;
using SynthData.Tests.Run;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_schema_with_comments_is_right_and_so_are_its_rows()
    {
        string path = folder.At("shop.yaml");
        CommandLine init = await CommandLine.RunAsync("init", "-o", path);
        Assert.True(init.ExitCode == 0, init.Error);
        CommandLine valid = await CommandLine.RunAsync("validate", path, "--strict");
        Assert.True(valid.ExitCode == 0, valid.Error);

        GenerationPlan plan = SqlJudge.Opened(Dataset.Open(path)).Plan();
        await plan.RunAsync(OutputTarget.Folder(folder.At("made")), new RunOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(SqlJudge.Faults(plan, folder.At("made"), ".csv", atLeast: 15));
    }

    [Fact]
    public async Task What_the_comments_teach_is_there()
    {
        string[] lines = (await CommandLine.RunAsync("init", "-o", "-")).Output.Split('\n');
        Assert.Equal("# yaml-language-server: $schema=synthdata.schema.json", lines[0]);
        Assert.Contains(lines, line => line.StartsWith($"generator: {SynthData.Schema.SchemaLimits.NewestGenerator} ", StringComparison.Ordinal));
        Assert.All(
            ["semantic:", "values:", "type: date", "references:", "rules:", "given:"],
            word => Assert.Contains(lines, line => line.Contains(word, StringComparison.Ordinal)));
        Assert.True(lines.Length < 60);
    }

    [Fact]
    public async Task The_dataset_is_named_as_its_file_and_comments_stay_in_their_column()
    {
        CommandLine init = await CommandLine.RunAsync("init", "-o", folder.At("My Tickets_2.yaml"), "--json");
        Assert.Equal("my-tickets-2", init.Json().GetProperty("result").GetProperty("name").GetString());
        Assert.Equal("my-tickets-2", Dataset.Open(folder.At("My Tickets_2.yaml")).Name);
        string[] lines = await File.ReadAllLinesAsync(folder.At("My Tickets_2.yaml"), TestContext.Current.CancellationToken);
        Assert.Single(lines.Where(line => line.StartsWith("name:", StringComparison.Ordinal) || line.StartsWith("seed:", StringComparison.Ordinal)).Select(line => line.IndexOf('#', StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task The_commands_to_try_next_run_as_printed()
    {
        using ChildProgram init = ChildProgram.Start(folder.Path, "init", "-o", "my shops", "--from", "bike-shop");
        CommandLine run = await init.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        string[] commands = [.. run.Error.Split('\n').Where(line => line.Contains(":  ", StringComparison.Ordinal)).Select(line => line[line.IndexOf("synthdata", StringComparison.Ordinal)..])];
        Assert.Equal(3, commands.Length);
        foreach (string command in commands)
            await PrintedCommand.RunAsync(folder.Path, command);
    }

    [Fact]
    public async Task The_editors_schema_stands_beside_it_and_one_that_is_there_is_left_alone()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("init", "-o", folder.At("a.yaml"))).ExitCode);
        string editor = folder.At("synthdata.schema.json");
        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf("schemas", "synthdata.schema.json"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(editor, TestContext.Current.CancellationToken));

        await File.WriteAllTextAsync(editor, "{}", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandLine.RunAsync("init", "-o", folder.At("b.yml"))).ExitCode);
        Assert.Equal("{}", await File.ReadAllTextAsync(editor, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(ReadyMadeNames))]
    public async Task A_ready_made_schema_is_that_of_the_repository_with_its_knowledge(string name)
    {
        CommandLine init = await CommandLine.RunAsync("init", "--from", name, "-o", folder.At("mine.yaml"));
        Assert.True(init.ExitCode == 0, init.Error);
        Assert.Equal(await TextOf(ReadyMade.PathOf(name)), await TextOf(folder.At("mine.yaml")));
        string knowledge = Path.ChangeExtension(ReadyMade.PathOf(name), ".knowledge.yaml");
        Assert.Equal(File.Exists(knowledge) ? await TextOf(knowledge) : null, File.Exists(folder.At("mine.knowledge.yaml")) ? await TextOf(folder.At("mine.knowledge.yaml")) : null);
        Assert.True((await CommandLine.RunAsync("validate", folder.At("mine.yaml"))).ExitCode == 0);
    }

    public static TheoryData<string> ReadyMadeNames => ReadyMade.Names;

    [Fact]
    public async Task The_list_names_every_ready_made_schema_and_what_it_is_about()
    {
        CommandLine list = await CommandLine.RunAsync("init", "--list");
        Assert.Equal(0, list.ExitCode);
        Assert.All(ReadyMade.Names, name => Assert.Contains(name.Data, list.Output, StringComparison.Ordinal));
        Assert.Contains("Orders of a small chain of bicycle shops", list.Output, StringComparison.Ordinal);
        Assert.Equal(ReadyMade.Names.Count, (await CommandLine.RunAsync("init", "--list", "--json")).Json().GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_ready_made_schema_is_refused_with_those_there_are() =>
        (await CommandLine.RunAsync("init", "--from", "bike-shp")).AssertRefused(2, "SD8501", "Did you mean 'bike-shop'?", "support-tickets");

    [Theory]
    [InlineData("bike-shop", "'synthdata init --from bike-shop'")]
    [InlineData("new.yaml", "'synthdata init -o new.yaml'")]
    [InlineData("postgres://db/shop", "'synthdata init --from NAME'")]
    public async Task A_source_is_refused_as_of_a_later_version_with_what_was_meant(string source, string meant) =>
        (await CommandLine.RunAsync("init", source)).AssertRefused(2, "SD8502", "later version", meant);

    [Theory]
    [InlineData("mine.yaml")]
    [InlineData("mine.knowledge.yaml")]
    public async Task Nothing_is_overwritten_and_nothing_else_is_written_then(string there)
    {
        string path = folder.Write(there, "mine");
        (await CommandLine.RunAsync("init", "--from", "hr", "-o", folder.At("mine.yaml"))).AssertRefused(5, "SD8503", path);
        Assert.Equal("mine", await TextOf(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_list_writes_nothing_so_a_place_to_write_is_refused() =>
        (await CommandLine.RunAsync("init", "--list", "-o", folder.At("x.yaml"))).AssertRefused(2, "SD8504", "'-o'");

    [Theory]
    [InlineData("x.json")]
    [InlineData("x.csv")]
    public async Task A_name_that_no_schema_of_yaml_has_is_refused(string name) =>
        (await CommandLine.RunAsync("init", "-o", folder.At(name))).AssertRefused(2, "SD8106", ".yaml");

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_and_left_as_it_was()
    {
        folder.Write("file", "no folder");
        (await CommandLine.RunAsync("init", "-o", folder.At("file/shop.yaml"))).AssertRefused(5, "SD5012", "file/shop.yaml");
        Assert.Equal(["file"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    private static async Task<string> TextOf(string path) => (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
}
