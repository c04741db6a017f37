using Spectre.Console;

namespace SynthData.Cli.Printing;

/// <summary>Spectre consoles over what the program was handed; none of Spectre's ambient state is used.</summary>
internal static class Consoles
{
    public static IAnsiConsole Open(TextWriter writer, bool isInteractive, Terminal terminal)
    {
        bool isColored = isInteractive && terminal.AllowsColor;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColored ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColored ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isColored ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(isInteractive ? writer : new TrimmedLines(writer)),
        });
        console.Profile.Width = isInteractive ? terminal.Width : Terminal.WidthOfFiles;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>The same console with longer lines; blanks at their ends are left out, since they would run over for nothing.</summary>
    public static IAnsiConsole Widened(IAnsiConsole console, int width)
    {
        Capabilities has = console.Profile.Capabilities;
        IAnsiConsole wide = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = has.Ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = has.Ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(new TrimmedLines(console.Profile.Out.Writer)),
        });
        wide.Profile.Width = width;
        wide.Profile.Capabilities.Unicode = has.Unicode;
        return wide;
    }
}
