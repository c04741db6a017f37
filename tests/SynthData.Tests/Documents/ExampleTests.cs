using System.Text.Json;
using SynthData.Jobs;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

/// <summary>Every folder of <c>examples/</c> that holds a command: it makes the tables whose content hashes stand in <c>expected.json</c>.</summary>
public class ExampleTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> Examples { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "command", SearchOption.AllDirectories).Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_three_and_one_replays_a_journal()
    {
        Assert.True(Examples.Count >= 3);
        Assert.Contains(Examples, example => Words(example.Data).Contains("--replay"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_command_makes_what_is_expected(string example)
    {
        using TemporaryFolder folder = new();
        string[] words = Words(example);
        string[] place = words[0] == "run" ? ["--set", $"out={folder.At("made")}"] : ["-o", folder.At("made")];
        using ChildProgram program = ChildProgram.Start(Repository.PathOf("."), [.. words, .. place]);
        CommandLine run = await program.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);

        // A job makes several datasets, a folder each.
        string[] manifests = [.. Directory.EnumerateFiles(folder.Path, "manifest.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var tables = manifests.SelectMany(TablesOf).ToDictionary();
        string made = JsonSerializer.Serialize(new { tables }, Indented);
        Snapshot.MatchFile(made, Repository.PathOf("examples", example, "expected.json"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_schema_is_right_under_strict(string example)
    {
        string[] schemas = [.. Directory.EnumerateFiles(Repository.PathOf("examples", example), "*.yaml").Where(file => !JobReader.IsJob(file))];
        Assert.NotEmpty(schemas);
        foreach (string schema in schemas)
        {
            CommandLine run = await CommandLine.RunAsync("validate", schema, "--strict", "--as-of", "2025-11-26");
            Assert.True(run.ExitCode == 0, run.Error);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_page_shows_the_command(string example)
    {
        string page = File.ReadAllText(Repository.PathOf("examples", example, "README.md"));
        Assert.Contains($"synthdata {string.Join(' ', Words(example))}", page, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, object>> TablesOf(string path)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement table in manifest.RootElement.GetProperty("tables").EnumerateArray())
            yield return new(table.GetProperty("name").GetString()!, new { rows = table.GetProperty("rows").GetInt64(), content = table.GetProperty("content").GetString() });
    }

    private static string[] Words(string example) =>
        File.ReadAllText(Repository.PathOf("examples", example, "command")).Trim().Split(' ');
}
