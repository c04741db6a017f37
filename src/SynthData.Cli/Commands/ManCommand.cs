using System.CommandLine;
using System.Text.Json;
using SynthData.Cli.Printing;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata man</c></summary>
internal sealed class ManCommand(RootCommand root) : SynthDataCommand("man", "Print the manual page, for man(1)")
{
    public override IReadOnlyList<string> Examples { get; } =
        ["synthdata man | man -l -", "synthdata man > ~/.local/share/man/man1/synthdata.1"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken) =>
        Task.FromResult<CommandAnswer>(new ManAnswer(ManPage.Write(root)));
}

/// <summary>The manual page.</summary>
internal sealed record ManAnswer(string Page) : CommandAnswer
{
    public override void Print(Session session) => session.Output.Write(Page);

    public override void WriteJson(Utf8JsonWriter json) => json.WriteStringValue(Page);
}
