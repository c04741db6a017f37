using System.CommandLine;
using SynthData.Cli.Completing;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata completion SHELL</c></summary>
internal sealed class CompletionCommand : SynthDataCommand
{
    private readonly Argument<string> shell = new("SHELL") { Description = "bash, zsh, fish or powershell" };

    public CompletionCommand()
        : base("completion", "Print the script that has a shell complete commands, options, tables and files")
    {
        Add(shell);
    }

    public override IReadOnlyList<string> Examples { get; } =
    [
        "source <(synthdata completion bash)          # in ~/.bashrc",
        "source <(synthdata completion zsh)           # in ~/.zshrc, after compinit",
        "synthdata completion fish > ~/.config/fish/completions/synthdata.fish",
        "synthdata completion powershell | Out-String | Invoke-Expression    # in $PROFILE",
    ];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string asked = parsed.GetRequiredValue(shell);
        if (CompletionScript.Find(asked) is { } script)
            return Task.FromResult<CommandAnswer>(new CompletionAnswer(asked, script));
        string near = Suggestion.For(asked, CompletionScript.Shells);
        throw new SchemaException([CompletionDiagnostics.UnknownShell.At(position: null, asked, near, string.Join(", ", CompletionScript.Shells))]);
    }
}
