namespace SynthData.Tests.Cli;

/// <summary>Diagnostics in the lines that GitHub and Azure take out of a log.</summary>
public sealed class AnnotationTests : IDisposable
{
    private const string Schema = """
        synthdata: 1
        name: pets
        tables:
          pets:
            rows: 2
            columns:
              kind: { values: [cat, dog] }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;
    private readonly string data;

    public AnnotationTests()
    {
        schema = folder.Write("a,b:c/pets.yaml", Schema);
        data = folder.Write("data/pets.csv", "kind\ncat\n100% wolf\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_GitHub_a_finding_is_an_error_at_its_line_of_the_repository()
    {
        CommandLine run = await RunAsync(["validate", schema, data, "--show-values"], ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", folder.Path));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"::error file=a%2Cb%3Ac/pets.yaml,line=7,col=7,title=SD4028::{data} row 2: column 'pets.kind' holds '100%25 wolf', which is not one of its values: cat, dog. Write one of the values, or add it to the schema.\n",
            run.Error);
        Assert.Contains("error SD4028: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("::error", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_outside_the_workspace_keeps_its_path_and_what_has_no_place_has_a_title()
    {
        CommandLine outside = await RunAsync(["validate", schema, data], ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", folder.At("elsewhere")));
        Assert.StartsWith($"::error file={schema.Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)},line=7,", outside.Error, StringComparison.Ordinal);
        CommandLine missing = await RunAsync(["generate", schema, "-o", folder.At("made"), "--check"], ("GITHUB_ACTIONS", "true"));
        Assert.Contains("::error title=SD5031::There is no manifest", missing.Error, StringComparison.Ordinal);
        Assert.Contains("\nerror SD5031: ", "\n" + missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_Azure_a_finding_is_an_issue()
    {
        CommandLine run = await RunAsync(["validate", schema, data, "--show-values"], ("TF_BUILD", "True"));
        Assert.Equal(
            $"##vso[task.logissue type=error;sourcepath={schema};linenumber=7;columnnumber=7;code=SD4028;]{data} row 2: column 'pets.kind' holds '100%AZP25 wolf', which is not one of its values: cat, dog. Write one of the values, or add it to the schema.\n",
            run.Error);
        string odd = folder.Write("a;b]c/pets.yaml", Schema);
        Assert.Contains("/a%3Bb%5Dc/pets.yaml;", (await RunAsync(["validate", odd, data], ("TF_BUILD", "True"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_a_schema_is_annotated_and_line_breaks_are_escaped()
    {
        string broken = folder.Write("broken.yaml", Schema.Replace("rows: 2", "rows: two", StringComparison.Ordinal).Replace("kind: {", "\"ki\\nnd\": { nonsense: 1,", StringComparison.Ordinal));
        CommandLine run = await RunAsync(["validate", broken], ("GITHUB_ACTIONS", "true"), ("GITHUB_WORKSPACE", folder.Path));
        string[] annotations = [.. run.Error.Split('\n').Where(line => line.StartsWith("::", StringComparison.Ordinal))];
        Assert.Equal(3, run.ExitCode);
        Assert.True(annotations.Length >= 2);
        Assert.Contains(annotations, line => line.Contains("'ki%0And'", StringComparison.Ordinal));
        Assert.All(annotations, line => Assert.Matches(@"^::error file=broken\.yaml,line=\d+,col=\d+,title=SD\d{4}::.", line));
    }

    [Fact]
    public async Task Notes_are_warnings_that_quiet_leaves_out()
    {
        string two = folder.Write("two.yaml", Schema + "\n  owners: { rows: 1, columns: { id: { sequence: 1 } } }\n");
        CommandLine run = await RunAsync(["validate", two, folder.At("data")], ("GITHUB_ACTIONS", "true"));
        Assert.Contains("::warning title=SD4051::", run.Error, StringComparison.Ordinal);
        CommandLine quiet = await RunAsync(["validate", two, folder.At("data"), "--quiet"], ("GITHUB_ACTIONS", "true"));
        Assert.DoesNotContain("::warning", quiet.Error, StringComparison.Ordinal);
        Assert.Contains("title=SD4028::", quiet.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_stays_one_document()
    {
        CommandLine run = await RunAsync(["validate", schema, data, "--json"], ("GITHUB_ACTIONS", "true"));
        Assert.Equal(1, run.Json().GetProperty("exitCode").GetInt32());
        Assert.StartsWith("::error ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_there_are_none()
    {
        Assert.Empty((await RunAsync(["validate", schema, data])).Error);
        Assert.Empty((await RunAsync(["validate", schema, data], ("GITHUB_ACTIONS", "false"), ("TF_BUILD", ""), ("GITLAB_CI", "true"))).Error);
    }

    private static Task<CommandLine> RunAsync(string[] args, params (string Name, string Value)[] environment) => CommandLine.RunAsync(
        args, name => environment.FirstOrDefault(variable => variable.Name == name).Value, TestContext.Current.CancellationToken);
}
