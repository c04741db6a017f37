using System.Globalization;
using System.Text;
using SynthData.Tests.Cli;
using SynthData.Tests.Snapshots;

namespace SynthData.Tests.Failures;

/// <summary>What people get wrong, through the whole program: each message as it is printed, and its exit code.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_mistake_is_told_as_its_snapshot_says()
    {
        var told = new StringBuilder();
        foreach ((string code, string name, string text) in BadSchemas.Texts)
            await TellAsync(told, code, name, Encoding.UTF8.GetBytes(text));
        foreach ((string code, string name, byte[] bytes) in BadSchemas.Bytes)
            await TellAsync(told, code, name, bytes);
        Snapshot.Match(told.ToString(), "BadInput");
    }

    [Fact]
    public async Task Each_request_that_cannot_be_met_is_told_as_its_snapshot_says()
    {
        string schema = folder.Write("shop.yaml", BadSchemas.Shop);
        var told = new StringBuilder();
        foreach (string[] options in BadSchemas.Requests)
        {
            CommandLine run = await CommandLine.RunAsync(["generate", schema, "-o", folder.At("out"), .. options]);
            Append(told, string.Join(' ', options), run);
            Assert.False(Directory.Exists(folder.At("out")), $"{string.Join(' ', options)} left something.");
        }

        Snapshot.Match(told.ToString(), "BadRequests");
    }

    [Fact]
    public async Task A_folder_no_file_and_an_empty_device_are_told()
    {
        Directory.CreateDirectory(folder.At("folder.yaml"));
        (await GenerateAsync("folder.yaml")).AssertRefused(2, "SD8121", "it is a folder");
        (await GenerateAsync("nothing.yaml")).AssertRefused(2, "SD8108", "nothing.yaml");
        (await GenerateAsync("deep/er/nothing.yaml")).AssertRefused(2, "SD8108");
        if (OperatingSystem.IsLinux())
            (await CommandLine.RunAsync("generate", "/dev/null", "-o", folder.At("out"))).AssertRefused(3, "SD1014");
    }

    [Fact]
    public async Task A_schema_of_fifty_megabytes_is_refused_by_its_size_and_not_read()
    {
        string path = folder.At("large.yaml");
        await using (var stream = new FileStream(path, FileMode.CreateNew))
            stream.SetLength(50 << 20);
        long before = GC.GetTotalAllocatedBytes();
        CommandLine run = await CommandLine.RunAsync("generate", path, "-o", folder.At("out"));
        run.AssertRefused(3, "SD1003", "1048576 bytes");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 20 << 20);
        if (OperatingSystem.IsLinux())
            (await CommandLine.RunAsync("generate", "/dev/zero", "-o", folder.At("out"))).AssertRefused(3, "SD1003");
    }

    [Fact]
    public async Task A_byte_order_mark_and_windows_line_ends_are_read()
    {
        string text = BadSchemas.Shop.ReplaceLineEndings("\r\n");
        string plain = folder.Write("plain.yaml", BadSchemas.Shop);
        string marked = folder.At("marked.yaml");
        await File.WriteAllTextAsync(marked, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", plain, "-o", folder.At("a"), "--quiet")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("generate", marked, "-o", folder.At("b"), "--quiet")).ExitCode);
        Assert.Equal(
            await File.ReadAllTextAsync(folder.At("a/orders.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(folder.At("b/orders.csv"), TestContext.Current.CancellationToken));
    }

    private Task<CommandLine> GenerateAsync(string name) => CommandLine.RunAsync("generate", folder.At(name), "-o", folder.At("out"));

    private async Task TellAsync(StringBuilder told, string code, string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder.At("shop.yaml"), bytes, TestContext.Current.CancellationToken);
        CommandLine run = await GenerateAsync("shop.yaml");
        Append(told, name, run);
        Assert.Contains($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.True(run.ExitCode is 3 or 4 or 5, $"{name} ends with {run.ExitCode}.");
        Assert.Equal(["shop.yaml"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    private void Append(StringBuilder told, string name, CommandLine run)
    {
        Assert.NotEqual(70, run.ExitCode);
        Assert.Empty(run.Output);
        string error = run.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimEnd('\n');
        told.Append(CultureInfo.InvariantCulture, $"{name} (exit {run.ExitCode})\n    {error.Replace("\n", "\n    ", StringComparison.Ordinal)}\n\n");
    }
}
