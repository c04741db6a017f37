using System.Text.Json;
using System.Text.RegularExpressions;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents.Pipelines;

/// <summary>The files of <c>examples/ci</c>: what they name is there, and their commands do on the sample repository what its page says.</summary>
public sealed partial class PipelineTests
{
    private const string Install = "Install synthdata";
    private const string Schema = "Check the schema";
    private const string Knowledge = "Check that the knowledge covers the schema";
    private const string Fixtures = "Check that the fixtures are what the schema makes";
    private const string Data = "Check the data";

    private static readonly JsonElement Workflow = PipelineFile.Read("workflow.yml");

    private static IReadOnlyDictionary<string, string> Given => Steps.Single(step => Uses(step) == "./.github/actions/synthdata").Texts("with");

    private static IEnumerable<JsonElement> Steps => Workflow.GetProperty("jobs").EnumerateObject().Single().Value.GetProperty("steps").EnumerateArray();

    [Fact]
    public async Task On_GitHub_a_repository_in_order_passes_every_step_and_leaves_a_report_of_each()
    {
        using SampleRepository repository = new();
        IReadOnlyDictionary<string, CommandLine> runs = await new CompositeAction(Given).RunAsync(repository);
        Assert.Equal([Install, Schema, Knowledge, Fixtures, Data], runs.Keys);
        Assert.All(runs, run => Assert.True(run.Value.ExitCode == 0, $"{run.Key}: {run.Value.Error}"));
        Assert.DoesNotContain(runs.Values, run => run.Error.Contains("::", StringComparison.Ordinal));
        string[] reports = Directory.GetFiles(repository.At("synthdata-reports"));
        Assert.Equal(["data.xml", "fixtures.xml", "knowledge.xml", "schema.xml"], reports.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(reports.SelectMany(report => JUnitFile.Read(report).Cases), one => Assert.EndsWith("| passed", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_GitHub_every_step_tells_what_is_wrong_with_its_part_as_annotations()
    {
        using SampleRepository repository = new();
        repository.Replace("data/shop.knowledge.yaml", "      - entries:", "      - when: { status: open }\n        entries:");
        repository.Replace("tests/fixtures/orders.jsonl", "\"customer\":2,", "\"customer\":2000,");
        IReadOnlyDictionary<string, CommandLine> runs = await new CompositeAction(Given).RunAsync(repository);
        Assert.Equal([0, 0, 1, 3, 1], runs.Values.Select(run => run.ExitCode));
        Assert.Contains("::error file=data/shop.yaml,line=29,col=29,title=SD7024::", runs[Knowledge].Error, StringComparison.Ordinal);
        Assert.Contains("::warning file=data/shop.yaml,line=29,col=29,title=SD7025::", runs[Schema].Error, StringComparison.Ordinal);
        Assert.Contains("::error file=data/shop.yaml,line=29,col=29,title=SD2028::", runs[Fixtures].Error, StringComparison.Ordinal);
        Assert.Contains("::error file=data/shop.yaml,line=25,col=7,title=SD4037::", runs[Data].Error, StringComparison.Ordinal);
        Assert.Contains("shop.orders | reference 'customer' | failure SD4037", JUnitFile.Read(repository.At("synthdata-reports/data.xml")).Cases);
    }

    [Fact]
    public async Task On_GitLab_a_repository_in_order_passes()
    {
        using SampleRepository repository = new();
        CommandLine run = await JobAsync(repository);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(4, Directory.GetFiles(repository.At("synthdata-reports"), "*.xml").Length);
    }

    [Fact]
    public async Task On_GitLab_a_schema_that_makes_other_rows_fails_the_job_and_all_reports_are_there()
    {
        using SampleRepository repository = new();
        repository.Replace("data/shop.yaml", "between: [0, 4]", "between: [0, 5]");
        CommandLine run = await JobAsync(repository);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SD5032: Table 'orders'", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["shop | table 'customers' | passed", "shop | table 'orders' | failure SD5032"], JUnitFile.Read(repository.At("synthdata-reports/fixtures.xml")).Cases);
        Assert.Contains("shop.orders | rule 'small_returns' | passed", JUnitFile.Read(repository.At("synthdata-reports/data.xml")).Cases);
    }

    [Fact]
    public async Task The_fixtures_of_the_sample_are_made_by_the_command_of_the_page()
    {
        string command = Assert.Single(Markdown.Blocks("examples/ci/README.md", "sh")).Trim();
        using SampleRepository repository = new();
        Directory.Move(repository.At("tests"), repository.At("before"));
        CommandLine run = await repository.RunAsync(command, new Dictionary<string, string>());
        Assert.True(run.ExitCode == 0, run.Error);
        foreach (string file in Directory.GetFiles(repository.At("tests/fixtures")))
        {
            // A newer program makes the same files, and names itself in the manifest.
            string made = Tool().Replace(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "\"tool\": \"0.1.0\"");
            Snapshot.MatchFile(made, Repository.PathOf("examples", "ci", "repository", "tests", "fixtures", Path.GetFileName(file)));
        }
    }

    [Fact]
    public void What_the_files_name_is_there()
    {
        Assert.All(Given.Values.Where(value => value.Contains('/', StringComparison.Ordinal)), path => Assert.True(Path.Exists(Repository.PathOf("examples", "ci", "repository", path)), path));
        Assert.Equal(Given.GetValueOrDefault("reports", "synthdata-reports"), Steps.Single(step => Uses(step)!.StartsWith("actions/upload-artifact", StringComparison.Ordinal)).Texts("with")["path"]);
        Assert.All(Steps, step => Assert.Matches(@"^(\./|[\w-]+/[\w-]+@v\d)", Uses(step)));
        string include = PipelineFile.Read("gitlab-ci.yml").GetProperty("include")[0].GetProperty("local").GetString()!;
        string page = File.ReadAllText(Repository.PathOf("examples", "ci", "README.md"));
        Assert.Contains($"| `{Path.GetFileName(include)}` | `{include}`", page, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFileSystemEntries(Repository.PathOf("examples", "ci")).Select(path => Path.GetFileName(path)).Where(name => name != "README.md"),
            name => Assert.Contains($"| `{name}", page, StringComparison.Ordinal));
    }

    private static string? Uses(JsonElement step) => step.TryGetProperty("uses", out JsonElement uses) ? uses.GetString() : null;

    [GeneratedRegex("\"tool\": \"[^\"]*\"")]
    private static partial Regex Tool();

    // As GitLab puts a job together: what the template says, the job's own variables above, the lines as one script.
    private static Task<CommandLine> JobAsync(SampleRepository repository)
    {
        JsonElement job = PipelineFile.Read("gitlab-ci.yml").GetProperty("synthetic-data");
        JsonElement template = PipelineFile.Read("synthdata.gitlab-ci.yml").GetProperty(job.GetProperty("extends").GetString()!);
        Dictionary<string, string> variables = template.Texts("variables");
        foreach ((string name, string value) in job.Texts("variables"))
        {
            Assert.True(variables.ContainsKey(name), name);
            variables[name] = value;
        }

        variables["GITLAB_CI"] = "true";
        return repository.RunAsync(string.Join('\n', Lines("before_script").Concat(Lines("script"))), variables);

        IEnumerable<string> Lines(string name) => template.GetProperty(name).EnumerateArray().Select(line => line.GetString()!);
    }
}
