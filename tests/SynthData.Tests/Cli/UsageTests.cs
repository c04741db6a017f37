using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Cli;

public class UsageTests
{
    [Fact]
    public async Task An_unknown_command_is_refused_with_the_nearest_one() =>
        (await CommandLine.RunAsync("genrate", "x.yaml")).AssertRefused(2, "SD8101", "Did you mean 'generate'?");

    [Fact]
    public async Task An_unknown_option_is_refused_with_the_nearest_one_and_its_value_is_not_a_second_mistake()
    {
        CommandLine run = await CommandLine.RunAsync("generate", "x.yaml", "--sead", "5");
        run.AssertRefused(2, "SD8102", "Did you mean '--seed'?");
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_word_too_many_is_refused() =>
        (await CommandLine.RunAsync("explain", "SD8101", "SD8102")).AssertRefused(2, "SD8103", "'SD8102'");

    [Fact]
    public async Task A_missing_schema_is_named() =>
        (await CommandLine.RunAsync("generate")).AssertRefused(2, "SD8104", "'synthdata generate SCHEMA'");

    [Fact]
    public async Task A_schema_taken_for_the_name_of_a_model_is_pointed_at() =>
        (await CommandLine.RunAsync("generate", "--model", "x.yaml")).AssertRefused(2, "SD8104", "'x.yaml' was taken as the value of '--model'");

    [Fact]
    public async Task An_option_without_its_value_says_what_it_takes() =>
        (await CommandLine.RunAsync("generate", "x.yaml", "--rows")).AssertRefused(2, "SD8105", "N|TABLE=N");

    [Fact]
    public async Task An_option_given_twice_is_refused() =>
        (await CommandLine.RunAsync("generate", "x.yaml", "--seed", "1", "--seed", "2")).AssertRefused(2, "SD8120", "--seed");

    [Fact]
    public async Task A_schema_that_is_not_there_is_usage_and_names_its_neighbour()
    {
        using TemporaryFolder folder = new();
        string there = folder.Write("shop.yaml", "synthdata: 1");
        CommandLine run = await CommandLine.RunAsync("plan", Path.Combine(folder.Path, "shpo.yaml"));
        run.AssertRefused(2, "SD8108", $"Did you mean '{there}'?");
    }

    [Fact]
    public async Task A_folder_in_place_of_a_schema_is_usage()
    {
        using TemporaryFolder folder = new();
        (await CommandLine.RunAsync("generate", folder.Path)).AssertRefused(2, "SD8121", "it is a folder");
    }

    [Theory]
    [InlineData("--output", "'-o'")]
    [InlineData("--force", "'--overwrite'")]
    [InlineData("-n", "'--rows'")]
    [InlineData("-v", "'--verbose'")]
    [InlineData("--vers", "'--version'")]
    [InlineData("--thr", "'--threads'")]
    public async Task An_option_that_goes_by_another_name_or_is_cut_short_is_led_to_ours(string option, string ours) =>
        (await CommandLine.RunAsync("generate", "x.yaml", option)).AssertRefused(2, "SD8102", $"Did you mean {ours}?");

    [Fact]
    public async Task A_letter_is_not_taken_for_another() =>
        Assert.DoesNotContain("Did you mean", (await CommandLine.RunAsync("generate", "x.yaml", "-x")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("help", "'synthdata --help'")]
    [InlineData("version", "'synthdata --version'")]
    public async Task A_word_for_help_or_version_is_led_to_the_option(string word, string meant) =>
        (await CommandLine.RunAsync(word)).AssertRefused(2, "SD8101", $"Did you mean {meant}?");

    [Fact]
    public async Task An_unknown_command_of_a_group_is_led_to_the_groups_help() =>
        (await CommandLine.RunAsync("journal", "mend")).AssertRefused(2, "SD8101", "Run 'synthdata journal --help'");

    [Fact]
    public async Task A_missing_argument_is_shown_with_all_that_are_needed() =>
        (await CommandLine.RunAsync("compare", "a.csv")).AssertRefused(2, "SD8104", "needs B", "'synthdata compare A B'");

    [Fact]
    public async Task A_schema_that_is_not_there_tells_of_those_there_are_or_how_to_get_one()
    {
        using TemporaryFolder folder = new();
        (await CommandLine.RunAsync("plan", folder.At("orders.yaml"))).AssertRefused(2, "SD8108", "'synthdata init' writes a schema");
        string there = folder.Write("shop.yaml", "synthdata: 1");
        folder.Write("shop.knowledge.yaml", "");
        (await CommandLine.RunAsync("plan", folder.At("measurements.yaml"))).AssertRefused(2, "SD8108", $"In that folder: {there}.");
    }

    [Fact]
    public async Task A_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_are_told_as_such()
    {
        using TemporaryFolder folder = new();
        (await CommandLine.RunAsync("merge", folder.Write("file.csv", ""))).AssertRefused(2, "SD8121", "it is a file");
        (await CommandLine.RunAsync("journal", "show", folder.Path)).AssertRefused(2, "SD8121", "it is a folder");
    }

    [Fact]
    public async Task A_link_to_nothing_is_told_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.At("link.yaml"), folder.At("nothing.yaml"));
        (await CommandLine.RunAsync("plan", folder.At("link.yaml"))).AssertRefused(2, "SD8121", "it is a link");
    }

    [Fact]
    public async Task A_schema_from_a_pipe_is_refused_instead_of_read_as_empty()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It takes /dev/stdin.");
        using TemporaryFolder folder = new();
        using ChildProgram program = ChildProgram.StartShell(folder.Path, "echo 'synthdata: 1' | \"$0\" \"$@\"", "validate", "/dev/stdin");
        (await program.EndAsync()).AssertRefused(2, "SD8121", "it is a pipe");
    }

    [Fact]
    public async Task A_schema_in_a_folder_that_may_not_be_entered_is_told_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions stop neither root nor Windows.");
        if (OperatingSystem.IsWindows())
            return; // for the analyzer
        using TemporaryFolder folder = new();
        string closed = Directory.CreateDirectory(folder.At("closed")).FullName;
        string schema = Path.Combine(closed, "shop.yaml");
        await CommandLine.RunAsync("init", "-o", schema);
        try
        {
            File.SetUnixFileMode(closed, UnixFileMode.None);
            (await CommandLine.RunAsync("plan", schema)).AssertRefused(2, "SD8121", "denied");
            File.SetUnixFileMode(closed, UnixFileMode.UserExecute); // what is in it may be read, but not listed
            Assert.Equal(0, (await CommandLine.RunAsync("plan", schema)).ExitCode);
        }
        finally
        {
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("mysql://me:hunter22@db.example.com/shop")]
    public async Task A_name_that_says_no_place_is_refused_as_the_output(string place)
    {
        using TemporaryFolder folder = new();
        await CommandLine.RunAsync("init", "-o", folder.At("shop.yaml"));
        CommandLine run = await CommandLine.RunAsync("generate", folder.At("shop.yaml"), "-o", place);
        run.AssertRefused(2, "SD8106", "'-o'", "sqlite:FILE");
        Assert.DoesNotContain("hunter22", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_types_is_suggested_too() =>
        (await CommandLine.RunAsync("types", "persn")).AssertRefused(2, "SD8119", "Did you mean 'person'?");

    [Fact]
    public async Task No_arguments_say_on_one_screen_how_to_begin_and_are_usage()
    {
        CommandLine run = await CommandLine.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Snapshot.Match(run.Error, "start");
        Assert.True(run.Error.Count(letter => letter == '\n') <= 20);
    }

    [Fact]
    public async Task Options_without_a_command_are_usage() => (await CommandLine.RunAsync("--quiet")).AssertRefused(2, "SD8104", "COMMAND");

    [Fact]
    public async Task Json_carries_diagnostics_on_standard_output_and_leaves_standard_error_empty()
    {
        CommandLine run = await CommandLine.RunAsync("generate", "no-such.yaml", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Error);
        var diagnostic = Assert.Single(run.Json().GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("SD8108", diagnostic.GetProperty("code").GetString());
        Assert.Equal(2, run.Json().GetProperty("exitCode").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json().GetProperty("result").ValueKind);
    }

    [Fact]
    public async Task Version_prints_one_line_and_needs_no_schema()
    {
        CommandLine run = await CommandLine.RunAsync("generate", "--version");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("synthdata 0.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_that_was_closed_is_5()
    {
        await using StringWriter error = new();
        using Stream full = new FullStream();
        int code = await SynthData.Cli.SynthDataProgram.RunAsync(["types"], new SynthData.Cli.Terminal(full, error, _ => null), TestContext.Current.CancellationToken);
        Assert.Equal(5, code);
        Assert.Contains("error SD5012: 'standard output' could not be written: No more.", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No more.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No more.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No more.");
    }
}
