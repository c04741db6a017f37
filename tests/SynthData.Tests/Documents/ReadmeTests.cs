using System.Text.RegularExpressions;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Documents;

public partial class ReadmeTests
{
    private const string Program = "dotnet run -c Release --project src/SynthData.Cli -- ";

    [Fact]
    public void The_csharp_is_what_the_tests_compile()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "SynthData.Tests", "Documents", "ReadmeSample.cs")).ReplaceLineEndings("\n");
        int start = source.IndexOf("// README begins\n", StringComparison.Ordinal) + "// README begins\n".Length;
        int end = source.IndexOf("        // README ends", StringComparison.Ordinal);
        string shown = source[start..end]
            .Replace("\n        ", "\n", StringComparison.Ordinal)[8..]
            .Replace("schemaPath", "\"schemas/bike-shop.yaml\"", StringComparison.Ordinal)
            .Replace("outFolder", "\"out/shop\"", StringComparison.Ordinal)
            .Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal);
        // The tests' own namespace lies in the library's, which a reader's does not.
        string usings = source[..source.IndexOf("\n\n", StringComparison.Ordinal)]
            .Replace("\nusing SynthData.Tests.Codegen.Generated.BikeShop;", "", StringComparison.Ordinal)
            .Replace("using SynthData.Batches;", "using BikeShop;\nusing SynthData;\nusing SynthData.Batches;", StringComparison.Ordinal);
        Assert.Equal($"{usings}\n\n{shown}", Assert.Single(Markdown.Blocks("README.md", "csharp")));
    }

    [Fact]
    public async Task The_csharp_runs()
    {
        using TemporaryFolder folder = new();
        await using StringWriter output = new() { NewLine = "\n" };
        await ReadmeSample.RunAsync(Repository.PathOf("schemas", "bike-shop.yaml"), folder.At("shop"), output);
        Assert.StartsWith("customers: 50 rows\n", output.ToString(), StringComparison.Ordinal);
        Assert.Matches("\n[0-9]+ orders, [0-9]+ of them not shipped\n", output.ToString());
        Assert.Contains("50 rows, the first of ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/models.md")]
    public async Task Every_command_does_what_it_says_in_a_copy_of_the_repository(string page)
    {
        using TemporaryFolder copy = new();
        Copy(Repository.PathOf("schemas"), copy.At("schemas"));
        Copy(Repository.PathOf("examples", "nightly-batch"), copy.At("examples/nightly-batch"));
        string[] commands = [.. Markdown.Blocks(page, "sh").SelectMany(block => block.Split('\n')).Where(line => line.Length > 0 && line[0] != '#')];
        Assert.NotEmpty(commands);
        foreach (string command in commands.Where(command => command != "dotnet test"))
        {
            string words = command.StartsWith(Program, StringComparison.Ordinal) ? command[Program.Length..] : command["synthdata ".Length..];
            Assert.True(command.EndsWith(words, StringComparison.Ordinal) && words.IndexOfAny(['|', '>', '&', '\'', '"', '$']) < 0, $"No shell is needed for: {command}");
            using ChildProgram program = ChildProgram.Start(copy.Path, words.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            CommandLine run = await program.EndAsync();
            Assert.True(run.ExitCode == 0, $"{command} ended with {run.ExitCode}:\n{run.Error}");
        }
    }

    [Fact]
    public async Task The_output_shown_is_what_the_first_command_prints()
    {
        using TemporaryFolder copy = new();
        Copy(Repository.PathOf("schemas"), copy.At("schemas"));
        using ChildProgram program = ChildProgram.Start(copy.Path, "generate", "schemas/bike-shop.yaml");
        string printed = Elapsed().Replace((await program.EndAsync()).Error, "in 0.5 s");
        string readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");
        string shown = Assert.Single(Markdown.Blocks("README.md", "text"));
        Snapshot.MatchFile(readme.Replace($"```text\n{shown}```", $"```text\n{printed}```", StringComparison.Ordinal), Repository.PathOf("README.md"));
    }

    [Fact]
    public async Task Every_schema_is_right()
    {
        using TemporaryFolder folder = new();
        // Those of knowledge and the snippets have tests of their own.
        IReadOnlyList<string> blocks = [.. Markdown.Blocks("README.md", "yaml").Where(block => block.StartsWith("synthdata:", StringComparison.Ordinal))];
        Assert.NotEmpty(blocks);
        foreach (string block in blocks)
        {
            CommandLine run = await CommandLine.RunAsync("validate", folder.Write("schema.yaml", block), "--strict");
            Assert.True(run.ExitCode == 0, run.Error);
        }
    }

    // How long it took is the one thing that differs from run to run.
    [GeneratedRegex(@"in [0-9.]+ s\b")]
    private static partial Regex Elapsed();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
