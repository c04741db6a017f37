using System.CommandLine;
using System.CommandLine.Help;
using SynthData.Cli.Commands;

namespace SynthData.Cli.Printing;

/// <summary>The page of <c>--help</c>: the parser's, and examples under it.</summary>
internal static class HelpPage
{
    private const int Width = 110;

    public static void Print(ParseResult parsed, TextWriter output)
    {
        HelpAction help = new() { MaxWidth = Width };
        using StringWriter page = new() { NewLine = "\n" };
        parsed.InvocationConfiguration.Output = page;
        help.Invoke(parsed);
        output.Write(page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n");

        IReadOnlyList<string> examples = parsed.CommandResult.Command switch
        {
            SynthDataCommand command => command.Examples,
            RootCommand => RootExamples,
            Command group => [.. group.Subcommands.OfType<SynthDataCommand>().Select(command => command.Examples[0])],
        };
        output.Write("\nExamples:\n");
        foreach (string example in examples)
            output.Write($"  {example}\n");
    }

    /// <summary>Command lines for the program as a whole.</summary>
    public static IReadOnlyList<string> RootExamples { get; } =
    [
        "synthdata init",
        "synthdata generate schemas/bike-shop.yaml",
        "synthdata plan schemas/bike-shop.yaml --scale 100",
        "synthdata explain SD1004",
    ];
}
