using System.CommandLine;

namespace SynthData.Cli.Completing;

/// <summary>The words before the cursor, understood as far as they go; what is wrong with them is no matter here.</summary>
internal sealed class LineSoFar
{
    private readonly Dictionary<Option, List<string>> options = [];
    private readonly List<string> arguments = [];
    private readonly RootCommand root;

    private LineSoFar(RootCommand root)
    {
        this.root = root;
        Command = root;
    }

    /// <summary>The command that the words name.</summary>
    public Command Command { get; private set; }

    /// <summary>The option whose value comes next; null where none does.</summary>
    public Option? Pending { get; private set; }

    /// <summary>Whether <c>--</c> stands before the cursor, after which nothing is an option.</summary>
    public bool IsPastOptions { get; private set; }

    /// <summary>Arguments of the command so far.</summary>
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>Options that may stand here, those of all commands among them.</summary>
    public IEnumerable<Option> Known => Command.Options.Concat(Command == root ? [] : root.Options).Where(option => !option.Hidden);

    public static LineSoFar Read(RootCommand root, IEnumerable<string> words)
    {
        LineSoFar line = new(root);
        foreach (string word in words)
            line.Take(word);
        return line;
    }

    public bool IsGiven(Option option) => options.ContainsKey(option);

    /// <summary>Gives the value of an argument or option by what stands for it in help, such as <c>SCHEMA</c>.</summary>
    public string? Value(string placeholder)
    {
        int index = Command.Arguments.ToList().FindIndex(argument => argument.Name == placeholder);
        if (index >= 0 && index < arguments.Count)
            return arguments[index];
        return options.FirstOrDefault(given => given.Key.HelpName == placeholder).Value?.LastOrDefault();
    }

    /// <summary>The option of that name, as long as it takes a value.</summary>
    public Option? WithValue(string name) =>
        Known.FirstOrDefault(option => (option.Name == name || option.Aliases.Contains(name)) && option.Arity.MaximumNumberOfValues > 0);

    private void Take(string word)
    {
        if (Pending is { } option && !(option.Arity.MinimumNumberOfValues == 0 && word.StartsWith('-')))
        {
            options[option].Add(word);
            Pending = null;
        }
        else if (word == "--")
            IsPastOptions = true;
        else if (!IsPastOptions && word.Length > 1 && word[0] == '-')
            TakeOption(word.Split('=', 2));
        else if (arguments.Count == 0 && Command.Subcommands.FirstOrDefault(command => command.Name == word) is { } inner)
            Command = inner;
        else
            arguments.Add(word);
    }

    private void TakeOption(string[] halves)
    {
        Pending = null;
        if (Known.FirstOrDefault(option => option.Name == halves[0] || option.Aliases.Contains(halves[0])) is not { } known)
            return;
        if (!options.TryGetValue(known, out List<string>? values))
            options.Add(known, values = []);
        if (halves.Length == 2)
            values.Add(halves[1]);
        else if (known.Arity.MaximumNumberOfValues > 0)
            Pending = known;
    }
}
