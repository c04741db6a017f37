using System.CommandLine;
using System.Text;
using SynthData.Cli.Arguments;
using SynthData.Cli.Commands;

namespace SynthData.Cli.Completing;

/// <summary>Says what could stand at the cursor of a command line. The scripts of <c>synthdata completion</c> ask this.</summary>
/// <remarks>
/// <c>synthdata [complete] WORD...</c> takes the words after the program's name, the last of them that at the cursor, and prints a
/// word a line, what it is after a tab. A last line that begins with a colon asks for files: <c>:files</c>, those with an ending,
/// <c>:files .yaml .yml</c>, or <c>:folders</c>. It never fails: a line that cannot be completed is not completed.
/// </remarks>
internal static class Completion
{
    /// <summary>The first argument of a question. No command has such a name.</summary>
    public const string Directive = "[complete]";

    /// <summary>Answers a question on standard output.</summary>
    public static int Print(CommandTree tree, IReadOnlyList<string> words, Stream output)
    {
        Completions found = Of(tree.Root, words);
        StringBuilder answer = new();
        foreach (Candidate word in found.Words)
            answer.Append(word.Value).Append(word.About.Length == 0 ? "" : "\t").Append(word.About).Append('\n');
        if (found.Files is { } files)
            answer.Append(files.OnlyFolders ? ":folders" : string.Join(' ', files.Endings.Prepend(":files"))).Append('\n');
        try
        {
            output.Write(Encoding.UTF8.GetBytes(answer.ToString()));
        }
        catch (IOException)
        {
            return ExitCode.Output; // the shell stopped listening
        }

        return ExitCode.Done;
    }

    /// <summary>Finds what could stand in place of the last word.</summary>
    public static Completions Of(RootCommand root, IReadOnlyList<string> words)
    {
        string begun = words.Count == 0 ? "" : words[^1];
        LineSoFar line = LineSoFar.Read(root, words.Take(words.Count - 1));
        return At(line, begun).StartingWith(begun);
    }

    private static Completions At(LineSoFar line, string begun)
    {
        bool isOption = begun.StartsWith('-') && !line.IsPastOptions;
        if (line.Pending is { } pending && !isOption)
            return Placeholder.Complete(pending.Name, pending.HelpName, begun, line);
        if (isOption && begun.Split('=', 2) is [var name, var value])
            return line.WithValue(name) is { } option ? Placeholder.Complete(option.Name, option.HelpName, value, line).After($"{name}=") : Completions.None;
        if (isOption)
            return Options(line);
        if (line.Command.Subcommands.Any())
            return line.Arguments.Count == 0 ? Commands(line.Command) : Completions.None; // an unknown word stands where a command should
        return Argument(line) is { } argument ? Placeholder.Complete(argument.Name, argument.Name, begun, line) : Options(line);
    }

    // The last argument takes all that is left, where it takes several.
    private static Argument? Argument(LineSoFar line)
    {
        Argument[] arguments = [.. line.Command.Arguments.Where(argument => !argument.Hidden)];
        if (line.Arguments.Count < arguments.Length)
            return arguments[line.Arguments.Count];
        return arguments.LastOrDefault(argument => argument.Arity.MaximumNumberOfValues > 1);
    }

    private static Completions Commands(Command group) => Completions.Of(group.Subcommands
        .Where(command => !command.Hidden)
        .Select(command => new Candidate(command.Name, command.Description ?? "")));

    private static Completions Options(LineSoFar line) => Completions.Of(line.Known
        .Where(option => !line.IsGiven(option) || option is TextOption { MayRepeat: true })
        .Select(option => new Candidate(option.Name, option.Description ?? "")));
}
