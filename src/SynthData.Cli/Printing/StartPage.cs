using System.CommandLine;

namespace SynthData.Cli.Printing;

/// <summary>What <c>synthdata</c> alone prints: how to begin, on one screen.</summary>
internal static class StartPage
{
    private static readonly (string Command, string What)[] Beginnings =
    [
        ("synthdata init", "write a small schema with comments, shop.yaml"),
        ("synthdata init --from bike-shop", "or a ready-made one; --list names them"),
        ("synthdata preview shop.yaml", "look at its first rows"),
        ("synthdata generate shop.yaml", "make all of them, in files"),
        ("synthdata types person", "what a column can be"),
    ];

    public static int Print(RootCommand root, TextWriter error)
    {
        error.Write($"{root.Description}\n\nBegin with:\n");
        int width = Beginnings.Max(beginning => beginning.Command.Length) + 2;
        foreach ((string command, string what) in Beginnings)
            error.Write($"  {command.PadRight(width)}{what}\n");
        error.Write($"\nCommands: {string.Join(", ", root.Subcommands.Select(command => command.Name))}\n");
        error.Write("'synthdata --help' says what each does, 'synthdata COMMAND --help' how.\n");
        return ExitCode.Usage;
    }
}
