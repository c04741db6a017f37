using System.CommandLine;
using System.CommandLine.Help;

namespace SynthData.Cli.Arguments;

/// <summary>The options every command has.</summary>
internal sealed record EverywhereOptions(
    Option<bool> Json, Option<bool> Quiet, Option<bool> Verbose, Option<bool> ShowValues, Option<bool> Version)
{
    public static EverywhereOptions AddTo(RootCommand root)
    {
        EverywhereOptions options = new(
            Flag("--json", "Print one JSON document to standard output: the result, or diagnostics"),
            Flag("--quiet", "Print errors only"),
            Flag("--verbose", "Print what is done, what models are told, and where a bug happened"),
            Flag("--show-values", "Show values of people's own data in messages, which are masked otherwise"),
            Flag("--version", "Print the version"));
        root.Add(options.Json);
        root.Add(options.Quiet);
        root.Add(options.Verbose);
        root.Add(options.ShowValues);
        root.Add(new HelpOption("--help", "-h", "-?") { Description = "Print this page" });
        root.Add(options.Version);
        return options;
    }

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Recursive = true, Arity = ArgumentArity.Zero };
}
