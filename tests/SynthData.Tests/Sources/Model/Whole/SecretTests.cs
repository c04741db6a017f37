using System.Text;
using SynthData.SimulatedProvider;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Sources.Model.Whole;

/// <summary>The key reaches the server and nothing else, though the server quotes it wherever it can.</summary>
public class SecretTests
{
    private const string Key = "sk-canary/41e7c0d2+x";

    private static readonly Fault Echo = new Fault.Says($"You sent Authorization: Bearer {Key}.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_run_that_succeeds(bool isInFile)
    {
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(new Fault.Status(429, $"{Key} is over its limit"), Echo));

        CommandLine run = await RunAsync(bench, isInFile);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(bench.Server.Requests, request => Assert.Equal($"Bearer {Key}", request.Authorization));
        Assert.Contains("*** is over its limit", run.Error, StringComparison.Ordinal);
        Assert.Contains("You sent Authorization: Bearer ***.", run.Error, StringComparison.Ordinal);       // --verbose tells replies
        AssertNowhere(bench, run);
    }

    [Theory]
    [InlineData(401, "SD6001", "openai")]
    [InlineData(400, "SD6003", "openai")]
    [InlineData(500, "SD6004", "openai")]
    [InlineData(302, "SD6018", "openai")]
    [InlineData(401, "SD6001", "anthropic")]
    [InlineData(400, "SD6003", "anthropic")]
    [InlineData(503, "SD6004", "anthropic")]
    public async Task Of_a_run_that_fails(int status, string code, string provider)
    {
        string echo = string.Join(" or ", Spellings);
        await using ModelBench bench = await ModelBench.StartAsync(_ => new Fault.Status(status, $"Incorrect API key provided: {echo}") { Header = ("Location", $"https://{Key}.example.com/{Key}") });

        CommandLine run = await RunAsync(bench, isInFile: false, provider);

        run.AssertRefused(6, code);
        AssertNowhere(bench, run);
    }

    [Fact]
    public async Task Of_a_key_file_that_cannot_be_read()
    {
        await using ModelBench bench = await ModelBench.StartAsync();
        string schema = bench.Write("desk.yaml", Desk.Schema);

        CommandLine run = await bench.RunAsync(
            ["generate", schema, "-o", bench.At("made"), "--model", "openai/test"], name => name == "OPENAI_API_KEY_FILE" ? bench.At("no-such-file") : null);

        run.AssertRefused(2, "SD8004", "OPENAI_API_KEY_FILE");
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Of_a_run_through_every_kind_of_fault(string provider)
    {
        string echo = string.Join(" or ", Spellings);
        Fault[] faults =
        [
            new Fault.Status(429, echo), new Fault.Status(503, echo), new Fault.Page($"<html>{echo}</html>"), new Fault.Reset(), new Fault.ResetMidBody(1), new Fault.Says(echo),
            new Fault.Refuses(echo), new Fault.Cells("title", $"\"{Key}\""), new Fault.Fenced(), new Fault.Extra(), new Fault.Truncated(1),
        ];
        await using ModelBench bench = await ModelBench.StartAsync(SimulatedServer.Sequence(faults));

        CommandLine run = await RunAsync(bench, isInFile: true, provider);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(bench.Server.Requests, request => Assert.Equal(Key, request.Credential));
        AssertNowhere(bench, run);
    }

    // As it is, as URLs write it, and as basic authentication does; the key has characters that differ.
    private static string[] Spellings => [Key, Uri.EscapeDataString(Key), Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))];

    private static Task<CommandLine> RunAsync(ModelBench bench, bool isInFile, string provider = "openai")
    {
        string schema = bench.Write("desk.yaml", Desk.Schema);
        string? Environment(string name) => name switch
        {
            "OPENAI_BASE_URL" => bench.Server.BaseUrl.ToString(),
            "OPENAI_API_KEY" or "ANTHROPIC_API_KEY" when !isInFile => Key,
            "OPENAI_API_KEY_FILE" or "ANTHROPIC_API_KEY_FILE" when isInFile => bench.Write("key.txt", Key + "\n"),
            "SYNTHDATA_MODEL" => $"{provider}/test",
            _ => null,
        };
        return bench.RunAsync(["generate", schema, "-o", bench.At("made"), "--rows", "products=8", "--verbose", "--model", "--base-url", bench.Server.BaseUrl.ToString()], Environment);
    }

    private static void AssertNowhere(ModelBench bench, CommandLine run)
    {
        Assert.All(Spellings, spelling =>
        {
            Assert.DoesNotContain(spelling, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(spelling, run.Output, StringComparison.Ordinal);
            Assert.All(
                Directory.EnumerateFiles(bench.Root, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("key.txt", StringComparison.Ordinal)),
                path => Assert.DoesNotContain(spelling, File.ReadAllText(path), StringComparison.Ordinal));
        });
    }
}
