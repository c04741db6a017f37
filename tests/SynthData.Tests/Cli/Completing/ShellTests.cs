using System.Diagnostics;

namespace SynthData.Tests.Cli.Completing;

/// <summary>The scripts in the shells they are for, and the program asked by them.</summary>
public sealed class ShellTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ShellTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These shells are not those of Windows.");
        folder.Write("my shop.yaml", "synthdata: 1\nname: shop\ntables:\n  customers: { rows: 5, key: id, columns: { id: { sequence: 1 } } }\n");
        folder.Write("sub/other.yml", "");
        folder.Write("other.yml", "");
        folder.Write("rows.csv", "");
        string program = folder.Write("bin/synthdata", $"#!/bin/sh\nexec dotnet '{ChildProgram.Path}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Lines as somebody types them, and what stands there or could.</summary>
    private static readonly (string Line, string[] Words)[] Typed =
    [
        ("synthdata gen", ["generate"]),
        ("synthdata completion ", ["bash", "fish", "powershell", "zsh"]),
        ("synthdata init --from bi", ["bike-shop"]),
        ("synthdata generate 'my shop.yaml' --rows cu", ["customers="]),
        ("synthdata generate 'my shop.yaml' --tables ", ["customers"]),
        ("synthdata generate 'my shop.yaml' --csv-", ["--csv-formula"]),
        ("synthdata generate o", ["other.yml"]),
        ("synthdata merge s", ["sub"]),
    ];

    [Fact]
    public async Task Bash_completes()
    {
        string script = """
            source <(synthdata completion bash)
            while IFS= read -r line; do
                COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
                _synthdata
                echo "${COMPREPLY[*]}"
            done
            """;
        await AssertCompletesAsync("bash", ["--norc", "-c", script]);
    }

    [Fact]
    public async Task Bash_is_given_what_follows_where_it_cuts_words()
    {
        string script = """
            source <(synthdata completion bash)
            while IFS= read -r line; do
                COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
                _synthdata
                echo "${COMPREPLY[*]}"
            done
            """;
        string[] lines = await ShellAsync(
            "bash", ["--norc", "-c", script], ["synthdata generate x --format=p", "synthdata generate x --compression gzip:", "synthdata generate \"my sh", "synthdata generate my\\ shop.yaml --rows ", "synthdata generate r", "synthdata generate sub/"]);
        Assert.Equal(["parquet", "fastest optimal smallest", "my shop.yaml", "customers=", "", "sub/other.yml"], lines);
    }

    [Fact]
    public async Task Fish_completes()
    {
        SkipWithout("fish");
        string script = """
            synthdata completion fish | source
            while read -l line
                echo (complete -C $line | string split -f 1 \t | string trim -r -c /)
            end
            """;
        await AssertCompletesAsync("fish", ["--no-config", "-c", script]);
    }

    [Fact]
    public async Task Zsh_completes()
    {
        SkipWithout("zsh");
        // Completion works in a line editor only, so a second zsh has a terminal of its own, and tells what it would add.
        string script = """
            zmodload zsh/zpty
            while IFS= read -r line; do
                zpty inner zsh -f -i
                zpty -w inner 'PROMPT=; autoload -U compinit; compinit -u -D; source <(synthdata completion zsh)'
                zpty -w inner 'compadd() { [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] && { builtin compadd "$@"; return }; typeset -a hits; builtin compadd -A hits "$@"; for hit in $hits; do print -r -- "<<$hit"; done }'
                zpty -w inner 'finish() { print DONE""MARK; exit }; comppostfuncs=(finish); bindkey "^I" complete-word; print READY""MARK'
                while zpty -r inner chunk; do [[ $chunk == *READYMARK* ]] && break; done
                zpty -w -n inner "$line"$'\t'
                shown=
                while zpty -r inner chunk; do shown+=$chunk; [[ $chunk == *DONEMARK* ]] && break; done
                zpty -d inner
                shown=${shown//$'\r'/}
                print -r -- ${(u)${(@)${(M@)${(f)shown}:#*<<*}##*<<}}
            done
            """;
        await AssertCompletesAsync("zsh", ["-f", "-c", script]);
    }

    [Fact]
    public async Task PowerShell_completes()
    {
        SkipWithout("pwsh");
        string script = """
            synthdata completion powershell | Out-String | Invoke-Expression
            foreach ($line in $input) {
                $found = (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText
                ($found | ForEach-Object { $_ -replace '^\./', '' }) -join ' '
            }
            """;
        await AssertCompletesAsync("pwsh", ["-NoProfile", "-Command", script]);
    }

    private async Task AssertCompletesAsync(string shell, string[] arguments)
    {
        string[] lines = await ShellAsync(shell, arguments, Typed.Select(typed => typed.Line));
        Assert.Equal(Typed.Length, lines.Length);
        Assert.All(Typed.Zip(lines), pair => Assert.Equal(pair.First.Words.Order(), pair.Second.Split(' ').Order()));
    }

    private async Task<string[]> ShellAsync(string shell, string[] arguments, IEnumerable<string> lines)
    {
        ProcessStartInfo start = new(shell, arguments) { WorkingDirectory = folder.Path, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{folder.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = folder.Path;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(string.Concat(lines.Select(line => line + "\n")));
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0 && (await error).Length == 0, $"{shell} ended with {process.ExitCode}:\n{await error}\n{output}");
        return output.TrimEnd('\n').Split('\n');
    }

    private static void SkipWithout(string shell) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, shell))), $"{shell} is not installed here.");
}
