using System.Text;
using System.Text.RegularExpressions;
using SynthData.Tests.Cli;

namespace SynthData.Tests.Documents;

/// <summary>A page that is followed from top to bottom in an empty folder: files are written, commands run, and what they print is shown.</summary>
/// <remarks>
/// <c>yaml file=NAME</c> writes a file, <c>sh</c> runs its lines in a shell, <c>sh exit=1</c> expects an exit code. What a block prints
/// follows it, unless it is marked <c>quiet</c>. Blocks of other languages are only shown.
/// </remarks>
internal static partial class Walkthrough
{
    public static async Task<string> RenderAsync(string path)
    {
        string written = GeneratedPart.Without(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        using var folder = new TemporaryFolder();
        var page = new StringBuilder();
        int from = 0;
        foreach (FencedBlock block in FencedBlock.All(written))
        {
            if (block.File is { } file)
            {
                folder.Write(file, block.Text);
                AssertRun(block, written);
            }

            if (block.Language != "sh")
                continue;
            string printed = await PrintedAsync(folder, block, System.IO.Path.GetFileName(path));
            page.Append(written.AsSpan(from, block.End - from));
            from = block.End;
            if (!block.Words.Contains("quiet") && printed.Length > 0)
                page.Append(GeneratedPart.Of($"```text\n{printed}```"));
        }

        return page.Append(written.AsSpan(from)).ToString();
    }

    // What a workflow runs has been run here.
    private static void AssertRun(FencedBlock workflow, string page)
    {
        string[] commands = [.. FencedBlock.All(page).Where(block => block.Language == "sh").SelectMany(block => block.Text.Split('\n'))];
        Assert.All(Step().Matches(workflow.Text).Select(match => match.Groups[1].Value), command => Assert.Contains(command, commands));
    }

    private static async Task<string> PrintedAsync(TemporaryFolder folder, FencedBlock block, string page)
    {
        const string program = "synthdata() { dotnet \"$SYNTHDATA\" \"$@\" 2>&1; }; set -e\n";
        using ChildProgram shell = ChildProgram.StartShell(folder.Path, $"SYNTHDATA=\"$1\"; {program}{block.Text}");
        CommandLine run = await shell.EndAsync();
        int expected = int.Parse(block["exit"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(run.ExitCode == expected, $"{page}: ended with {run.ExitCode}:\n{block.Text}\n{run.Output}\n{run.Error}");
        string printed = JobSeconds().Replace(Elapsed().Replace(run.Output + run.Error, "in 0.1 s"), "0.1").Replace(folder.Path, "/home/you", StringComparison.Ordinal);
        return string.Join("\n", printed.Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(@"run: (synthdata .*)$", RegexOptions.Multiline)]
    private static partial Regex Step();

    // How long it took is the one thing that differs from run to run.
    [GeneratedRegex(@"in [0-9.]+ s\b")]
    private static partial Regex Elapsed();

    // The same in the table of a job.
    [GeneratedRegex(@"(?<=^[\w-]+ +(made|already complete) +[\d,]+ +)\d+\.\d(?= )", RegexOptions.Multiline)]
    private static partial Regex JobSeconds();
}
