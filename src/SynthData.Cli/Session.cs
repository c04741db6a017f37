using System.CommandLine;
using System.Text;
using Spectre.Console;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Sources.Model;

namespace SynthData.Cli;

/// <summary>One invocation: where it prints, and how much.</summary>
internal sealed class Session : IAsyncDisposable
{
    private Session(Terminal terminal)
    {
        Terminal = terminal;
        Output = new StreamWriter(terminal.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Results = Consoles.Open(Output, terminal.IsOutputInteractive, terminal);
        Remarks = Consoles.Open(terminal.Error, terminal.IsErrorInteractive, terminal);
    }

    public Terminal Terminal { get; }

    /// <summary>Standard output as text.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard output, for what a command was asked to print.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Standard error, for everything else.</summary>
    public IAnsiConsole Remarks { get; }

    public bool IsJson { get; private init; }

    public bool IsQuiet { get; private init; }

    public bool IsVerbose { get; private init; }

    public bool ShowsValues { get; private init; }

    /// <summary>What was had of a model, once a run that asked one has ended, well or not.</summary>
    public ModelFigures? Model { get; set; }

    /// <summary>Whether progress moves: a person is looking and wants it.</summary>
    public bool IsAnimated => Terminal is { IsErrorInteractive: true, AllowsColor: true } && !IsQuiet && !IsJson;

    public static Session Open(EverywhereOptions options, ParseResult parsed, Terminal terminal) => new(terminal)
    {
        IsJson = parsed.GetValue(options.Json),
        IsQuiet = parsed.GetValue(options.Quiet),
        IsVerbose = parsed.GetValue(options.Verbose),
        ShowsValues = parsed.GetValue(options.ShowValues),
    };

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Output.DisposeAsync();
        }
        catch (IOException)
        {
            // Who read standard output went away; what was printed was flushed, and a failure told, before.
        }

        await Terminal.Error.FlushAsync();
    }
}
