using SynthData.Cli;
using SynthData.Cli.Printing;

namespace SynthData.Tests.Cli;

/// <summary>What is printed where nobody looks, where somebody stopped looking, and where a line is short.</summary>
public sealed class PipeTests : IDisposable
{
    private const string Wide = """
        synthdata: 1
        name: wide
        tables:
          a_table_with_quite_a_long_name: { rows: 3, key: id, columns: { id: { sequence: 1 }, other_column: { constant: x } } }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("types")]
    [InlineData("types", "--json")]
    [InlineData("generate", "--help")]
    [InlineData("--version")]
    [InlineData("explain", "SD1004")]
    [InlineData("man")]
    public async Task A_reader_that_has_enough_is_no_error(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a shell with pipes.");
        using ChildProgram program = ChildProgram.StartShell(folder.Path, "{ \"$0\" \"$@\"; echo \"exit $?\" >&2; } | true", args);
        Assert.Equal("exit 0\n", (await program.EndAsync()).Error);
    }

    [Fact]
    public async Task What_data_showed_counts_even_where_nobody_reads_it()
    {
        string schema = folder.Write("wide.yaml", Wide);
        string rows = folder.Write("a_table_with_quite_a_long_name.csv", "id,other_column\n1,x\n1,x\n3,x\n");
        await using StringWriter error = new();
        using Stream left = new LeftStream();
        Assert.Equal(1, await SynthDataProgram.RunAsync(["validate", schema, rows], new Terminal(left, error, _ => null), TestContext.Current.CancellationToken));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task Nothing_moves_and_nothing_is_coloured_where_nobody_looks()
    {
        string schema = folder.Write("wide.yaml", Wide);
        CommandLine quiet = await CommandLine.RunAsync("generate", schema, "-o", folder.At("a"));
        Assert.DoesNotContain('\u001b', quiet.Error);
        CommandLine plain = await CommandLine.RunAsync(["generate", schema, "-o", folder.At("b")], name => name == "NO_COLOR" ? "1" : null, TestContext.Current.CancellationToken, width: 80);
        Assert.DoesNotContain('\u001b', plain.Error);
        CommandLine colored = await CommandLine.RunAsync(["generate", schema, "-o", folder.At("c")], _ => null, TestContext.Current.CancellationToken, width: 80);
        Assert.Contains('\u001b', colored.Error);
    }

    [Fact]
    public async Task Names_numbers_and_paths_run_over_a_short_line_and_are_not_broken()
    {
        string schema = folder.Write("wide.yaml", Wide);
        CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", folder.At("made")], _ => null, TestContext.Current.CancellationToken, width: 40);
        string line = Assert.Single(run.Error.Split('\n'), line => line.Contains(folder.At("made/a_table_with_quite_a_long_name.csv"), StringComparison.Ordinal));
        Assert.Matches(@"^a_table_with_quite_a_long_name +3  .*\.csv +\d+ B$", line);
    }

    [Fact]
    public async Task Datasets_and_targets_of_a_job_are_not_broken_either()
    {
        folder.Write("wide.yaml", Wide);
        string job = folder.Write("job.yaml", "synthdata-job: 1\nname: nightly\ndatasets:\n  a_dataset_of_a_long_name: { schema: wide.yaml, output: a/folder/of/quite/a/long/name }\n");
        CommandLine plan = await CommandLine.RunAsync(["plan", job], _ => null, TestContext.Current.CancellationToken, width: 40);
        CommandLine run = await CommandLine.RunAsync(["run", job], _ => null, TestContext.Current.CancellationToken, width: 40);
        Assert.All([plan.Output, run.Error], printed => Assert.Matches(@"(?m)^a_dataset_of_a_long_name .*a/folder/of/quite/a/long/name$", printed));
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("a longer text", 8, "a longe…")]
    [InlineData("ab🚲cd", 4, "ab…")]
    [InlineData("🚲🚲🚲", 2, "…")]
    public void A_text_is_cut_between_letters(string text, int width, string cut) => Assert.Equal(cut, Words.Cut(text, width));

    /// <summary>A pipe whose reader went away.</summary>
    private sealed class LeftStream : MemoryStream
    {
        private const int BrokenPipe = 32;

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Gone.", BrokenPipe);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Gone.", BrokenPipe);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Gone.", BrokenPipe);
    }
}
