using System.Text;
using System.Text.Json;
using SynthData.Cli;

namespace SynthData.Tests.Cli;

/// <summary>Runs the program in this process and keeps what it printed.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static Task<CommandLine> RunAsync(params string[] args) => RunAsync(args, _ => null, TestContext.Current.CancellationToken);

    public static async Task<CommandLine> RunAsync(
        string[] args, Func<string, string?> environment, CancellationToken cancellationToken, TimeProvider? clock = null, int? width = null, StringWriter? screen = null)
    {
        using MemoryStream output = new();
        await using StringWriter error = screen ?? new();
        int code = await SynthDataProgram.RunAsync(args, Terminal(output, error, environment, clock, width), cancellationToken);
        return new CommandLine(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    // With a width somebody looks at standard error.
    private static Terminal Terminal(Stream output, TextWriter error, Func<string, string?> environment, TimeProvider? clock, int? width)
    {
        var terminal = new Terminal(output, error, environment) { Clock = clock ?? TimeProvider.System, IsErrorInteractive = width is not null };
        return width is { } columns ? terminal with { Width = columns } : terminal;
    }

    /// <summary>Reads standard output as the one JSON document it must be.</summary>
    public JsonElement Json()
    {
        using JsonDocument document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Asserts that the program refused with a code and wrote nothing to standard output.</summary>
    public void AssertRefused(int exitCode, string code, params string[] words)
    {
        Assert.True(Error.Contains($"error {code}: ", StringComparison.Ordinal), $"no {code} in:\n{Error}");
        Assert.Equal(exitCode, ExitCode);
        Assert.Empty(Output);
        foreach (string word in words)
            Assert.Contains(word, Error, StringComparison.Ordinal);
    }
}
