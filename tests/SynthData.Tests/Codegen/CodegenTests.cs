using System.Text.Json;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Codegen;

/// <summary>The command <c>codegen</c>: where it writes, what it refuses, how it tells drift.</summary>
public sealed class CodegenTests : IDisposable
{
    private const string Schema = """
        synthdata: 1
        name: corner-shop
        tables:
          orders: { about: What was bought., rows: 3, columns: { id: { sequence: 1 }, note: { constant: x, nulls: 50% } } }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string schema;

    public CodegenTests() => schema = folder.Write("shop.yaml", Schema);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_named_by_its_ending_and_a_folder_gets_one_named_after_the_dataset()
    {
        CommandLine file = await CommandLine.RunAsync("codegen", schema, "-o", folder.At("new/Rows.cs"));
        Assert.True(file.ExitCode == 0, file.Error);
        CommandLine made = await CommandLine.RunAsync("codegen", schema, "-o", folder.At("new"));
        Assert.True(made.ExitCode == 0, made.Error);
        CommandLine printed = await CommandLine.RunAsync("codegen", schema, "-o", "-");
        Assert.Equal(printed.Output, Read("new/Rows.cs"));
        Assert.Equal(printed.Output, Read("new/CornerShop.g.cs"));
        Assert.Contains("namespace CornerShop;", printed.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.At("new")).Length);
    }

    [Fact]
    public async Task The_command_to_try_next_checks_what_was_written()
    {
        using ChildProgram codegen = ChildProgram.Start(folder.Path, "codegen", "shop.yaml", "-o", "my rows", "--namespace", "A.B");
        CommandLine run = await codegen.EndAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        string next = Assert.Single(run.Error.Split('\n'), line => line.Contains("--check", StringComparison.Ordinal));
        await PrintedCommand.RunAsync(folder.Path, next[next.IndexOf("synthdata", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task The_same_schema_is_written_once_and_a_changed_one_again()
    {
        string path = folder.At("Rows.cs");
        Assert.True(Result(await CommandLine.RunAsync("codegen", schema, "-o", path, "--json")).GetProperty("isChanged").GetBoolean());
        Assert.False(Result(await CommandLine.RunAsync("codegen", schema, "-o", path, "--json")).GetProperty("isChanged").GetBoolean());
        folder.Write("shop.yaml", Schema.Replace("note:", "remark:", StringComparison.Ordinal));
        JsonElement result = Result(await CommandLine.RunAsync("codegen", schema, "-o", path, "--json"));
        Assert.True(result.GetProperty("isChanged").GetBoolean());
        Assert.Equal("Order", result.GetProperty("types")[0].GetProperty("name").GetString());
        Assert.Contains("string? Remark", Read("Rows.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_holds_until_schema_or_file_change_and_ends_of_lines_do_not_count()
    {
        string path = folder.At("Rows.cs");
        string[] check = ["codegen", schema, "-o", path, "--check"];
        CommandLine missing = await CommandLine.RunAsync(check);
        missing.AssertRefused(1, "SD8406", path);
        Assert.False(File.Exists(path));

        await CommandLine.RunAsync("codegen", schema, "-o", path);
        Assert.Equal(0, (await CommandLine.RunAsync(check)).ExitCode);
        await File.WriteAllTextAsync(path, "\uFEFF" + Read("Rows.cs").ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandLine.RunAsync(check)).ExitCode);

        folder.Write("shop.yaml", Schema.Replace("sequence: 1", "uuid: true", StringComparison.Ordinal));
        CommandLine drift = await CommandLine.RunAsync(check);
        drift.AssertRefused(1, "SD8405", "'public required long Id { get; init; }'", "'public required Guid Id { get; init; }'");
        Assert.Contains($"{path}(13,1)", drift.Error, StringComparison.Ordinal);
        Assert.False(Result(await CommandLine.RunAsync([.. check, "--json"])).GetProperty("isSame").GetBoolean());
    }

    [Theory]
    [InlineData("What was bought.", "What was sold.", false)]
    [InlineData("rows: 3", "rows: 4", true)]
    public async Task A_check_tells_a_changed_description_and_no_changed_number_of_rows(string from, string to, bool isSame)
    {
        string path = folder.At("Rows.cs");
        await CommandLine.RunAsync("codegen", schema, "-o", path);
        folder.Write("shop.yaml", Schema.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(isSame ? 0 : 1, (await CommandLine.RunAsync("codegen", schema, "-o", path, "--check")).ExitCode);
    }

    [Fact]
    public async Task A_check_that_fails_is_a_case_of_the_report()
    {
        CommandLine run = await CommandLine.RunAsync("codegen", schema, "-o", folder.At("Rows.cs"), "--check", "--junit", folder.At("report.xml"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SD8406", Read("report.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_somebody_else_wrote_is_left_alone()
    {
        string path = folder.Write("Rows.cs", "// mine\n");
        (await CommandLine.RunAsync("codegen", schema, "-o", path)).AssertRefused(5, "SD8404", path);
        Assert.Equal("// mine\n", Read("Rows.cs"));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_told_and_left_as_it_was()
    {
        folder.Write("file", "no folder");
        (await CommandLine.RunAsync("codegen", schema, "-o", folder.At("file/Rows.cs"))).AssertRefused(5, "SD5012", "file/Rows.cs");
        Assert.Equal(["file", "shop.yaml"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("SD8106", "--namespace", "Shop.class")]
    [InlineData("SD8115", "-o", "-", "--json")]
    [InlineData("SD8113", "-o", "-", "--check")]
    [InlineData("SD8117", "--junit", "report.xml")]
    [InlineData("SD8108", "none")]
    public async Task Options_that_do_not_go_together_are_refused(string code, params string[] options)
    {
        string[] args = options[0] == "none" ? ["codegen", folder.At("none.yaml")] : ["codegen", schema, .. options];
        CommandLine run = await CommandLine.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(code, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_with_mistakes_is_refused_with_all_of_them()
    {
        folder.Write("shop.yaml", Schema.Replace("sequence: 1", "sequenz: 1", StringComparison.Ordinal).Replace("about:", "abot:", StringComparison.Ordinal));
        (await CommandLine.RunAsync("codegen", schema, "-o", folder.At("Rows.cs"))).AssertRefused(3, "SD1015", "sequenz", "abot");
        Assert.False(File.Exists(folder.At("Rows.cs")));
    }

    private string Read(string name) => File.ReadAllText(folder.At(name));

    private static JsonElement Result(CommandLine run) => run.Json().GetProperty("result");
}
