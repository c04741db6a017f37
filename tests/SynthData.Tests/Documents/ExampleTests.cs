using System.Text.Json;
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
        using ChildProgram program = ChildProgram.Start(Repository.PathOf("."), [.. Words(example), "-o", folder.At("made")]);
        CommandLine run = await program.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);

        using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("made/manifest.json"), TestContext.Current.CancellationToken));
        var tables = manifest.RootElement.GetProperty("tables").EnumerateArray().ToDictionary(
            table => table.GetProperty("name").GetString()!,
            table => new { rows = table.GetProperty("rows").GetInt64(), content = table.GetProperty("content").GetString() });
        string made = JsonSerializer.Serialize(new { tables }, Indented);
        Snapshot.MatchFile(made, Repository.PathOf("examples", example, "expected.json"));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task The_schema_is_right_under_strict(string example)
    {
        CommandLine run = await CommandLine.RunAsync("validate", Repository.PathOf("examples", example, "schema.yaml"), "--strict");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_page_shows_the_command(string example)
    {
        string page = File.ReadAllText(Repository.PathOf("examples", example, "README.md"));
        Assert.Contains($"synthdata {string.Join(' ', Words(example))}", page, StringComparison.Ordinal);
    }

    private static string[] Words(string example) =>
        File.ReadAllText(Repository.PathOf("examples", example, "command")).Trim().Split(' ');
}
