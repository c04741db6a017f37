using System.CommandLine;
using System.CommandLine.Parsing;
using SynthData.Cli.Commands;
using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>What the parser could not place, said in our words.</summary>
internal static class UsageErrors
{
    /// <summary>Of options with two dashes and a word.</summary>
    private const int ShortestGuessed = 4;

    public static DiagnosticBag In(ParseResult parsed)
    {
        DiagnosticBag bag = new();
        Command command = parsed.CommandResult.Command;
        string path = command is RootCommand ? "synthdata" : $"synthdata {SynthDataCommand.FullNameOf(command)}";

        AddUnknownOptions(parsed, command, path, bag);
        // A word that an unknown option left over is not another mistake, nor is an argument that it took.
        if (!bag.HasErrors)
            AddMisplacedWords(parsed, command, path, bag);
        AddMissing(parsed, path, bag);
        AddRepeated(parsed, bag);
        return bag;
    }

    private static void AddUnknownOptions(ParseResult parsed, Command command, string path, DiagnosticBag bag)
    {
        IEnumerable<Option> options = command is RootCommand ? command.Options : command.Options.Concat(parsed.RootCommandResult.Command.Options);
        string[] known = [.. options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name))];
        foreach (string token in parsed.UnmatchedTokens.Where(IsOption))
        {
            string name = token.Split('=', 2)[0];
            bag.Add(UsageDiagnostics.UnknownOption, position: null, name, path, Meant(name, known));
        }
    }

    private static void AddMisplacedWords(ParseResult parsed, Command command, string path, DiagnosticBag bag)
    {
        foreach (string word in parsed.UnmatchedTokens)
        {
            if (command is SynthDataCommand)
            {
                bag.Add(UsageDiagnostics.UnexpectedArgument, position: null, word, path);
                continue;
            }

            AddUnknownCommand(word, command, path, bag);
            return; // what follows belongs to the unknown command
        }
    }

    private static void AddUnknownCommand(string word, Command command, string path, DiagnosticBag bag)
    {
        string[] known = [.. command.Subcommands.Select(inner => inner.Name)];
        string meant = FamiliarName.Find(word, ["--help", "--version"]) is { } option ? $" Did you mean '{path} {option}'?" : Suggestion.For(word, known);
        bag.Add(UsageDiagnostics.UnknownCommand, position: null, word, meant, path);
    }

    private static void AddMissingCommand(Command command, string path, DiagnosticBag bag)
    {
        string commands = command is RootCommand ? "COMMAND" : string.Join('|', command.Subcommands.Select(inner => inner.Name));
        bag.Add(UsageDiagnostics.MissingArgument, position: null, path, commands, "", commands);
    }

    // A name of another program, the only option that begins so, or the nearest; one letter is near to every other.
    private static string Meant(string name, string[] known)
    {
        if (FamiliarName.Find(name, known) is { } ours)
            return $" Did you mean '{ours}'?";
        if (name.Length < ShortestGuessed)
            return "";
        return known.Where(option => option.StartsWith(name, StringComparison.Ordinal)).ToArray() is [var only]
            ? $" Did you mean '{only}'?"
            : Suggestion.For(name, known.Where(option => option.Length >= ShortestGuessed));
    }

    private static string Required(Command command) =>
        string.Join(' ', command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0).Select(argument => argument.Name));

    private static void AddMissing(ParseResult parsed, string path, DiagnosticBag bag)
    {
        foreach (ParseError error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult { Option: var option })
                bag.Add(UsageDiagnostics.MissingValue, position: null, option.Name, option.HelpName ?? "VALUE");
            else if (error.SymbolResult is ArgumentResult { Argument: var argument } && !bag.HasErrors)
                bag.Add(UsageDiagnostics.MissingArgument, position: null, path, argument.Name, TakenByModel(parsed), Required(parsed.CommandResult.Command));
        }

        // Only options given and no command: the parser's one error without a word to show.
        if (parsed.CommandResult.Command is not SynthDataCommand && !bag.HasErrors)
            AddMissingCommand(parsed.CommandResult.Command, path, bag);
    }

    private static void AddRepeated(ParseResult parsed, DiagnosticBag bag)
    {
        foreach (OptionResult result in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            if (result is { IdentifierTokenCount: > 1, Option: TextOption { MayRepeat: false } or Option<string> })
                bag.Add(UsageDiagnostics.RepeatedOption, position: null, result.Option.Name);
        }
    }

    // The value of '--model' may be left out, so the word after it is easily taken for one.
    private static string TakenByModel(ParseResult parsed)
    {
        OptionResult? model = parsed.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(result => result.Option.Name == "--model");
        return model is { Tokens: [{ Value: var word }] } ? $" '{word}' was taken as the value of '--model': put it before that." : "";
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
