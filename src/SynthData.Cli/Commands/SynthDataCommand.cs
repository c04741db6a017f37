using System.CommandLine;

namespace SynthData.Cli.Commands;

/// <summary>One command of the program: its arguments, its examples, and how it answers.</summary>
internal abstract class SynthDataCommand(string name, string description) : Command(name, description)
{
    /// <summary>The name with that of the group it stands in, such as <c>journal show</c>.</summary>
    public string FullName => FullNameOf(this);

    public static string FullNameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } group ? $"{group.Name} {command.Name}" : command.Name;

    /// <summary>Command lines for the end of the help page, one a line.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Carries the command out. Prints nothing but progress and, with <c>-o -</c>, data.</summary>
    /// <exception cref="Diagnostics.SchemaException">Arguments, schema or plan are wrong.</exception>
    /// <exception cref="Diagnostics.GenerationException">The run could not deliver.</exception>
    public abstract Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken);
}
