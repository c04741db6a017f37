using System.CommandLine;
using SynthData.Cli.Commands;

namespace SynthData.Cli.Printing;

/// <summary>The manual page, written from the same commands, options and examples as the help pages.</summary>
internal static class ManPage
{
    /// <summary>The day of the release that the page comes with.</summary>
    private const string Date = "2026-11-27";

    private static readonly (string Path, string About)[] Files =
    [
        ("NAME.yaml", "A schema: what the dataset is about, its tables, columns, categories and rules."),
        ("NAME.knowledge.yaml", "Beside a schema: texts for its prompt columns, written by 'compile' or by hand."),
        ("NAME.journal.jsonl", "Beside a schema: every answer of a model, kept before it is read, so that none is paid twice."),
        ("out/NAME/", "Where 'generate' writes without -o: a file for each table, and manifest.json last. A manifest that is there means that the dataset is whole."),
        ("synthdata.schema.json", "Beside a schema that 'init' wrote: lets editors complete and check it."),
    ];

    public static string Write(RootCommand root)
    {
        Roff page = new Roff()
            .Title("SYNTHDATA", Date, $"synthdata {ToolVersion.Text}")
            .Section("NAME").Line("synthdata \\- realistic synthetic tables from a schema")
            .Section("SYNOPSIS").Line(".B synthdata").Line(".I COMMAND").Line("[\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]")
            .Section("DESCRIPTION").Paragraph(root.Description!)
            .Paragraph("Data goes to standard output, everything else to standard error. Mistakes are told all at once, each with its place, a code and what to write instead; 'synthdata explain CODE' says more.");

        page.Section("OPTIONS OF EVERY COMMAND");
        AddOptions(page, root);
        page.Section("COMMANDS");
        foreach (Command command in root.Subcommands.Where(command => !command.Hidden))
            Add(page, command);

        page.Section("EXIT STATUS");
        foreach ((string codes, string meaning) in ExitCode.Meanings)
            page.Term(codes, "", meaning);
        page.Section("ENVIRONMENT");
        foreach (EnvironmentVariable variable in EnvironmentVariable.All)
            page.Term(variable.Name, "", variable.About);
        page.Section("FILES");
        foreach ((string path, string about) in Files)
            page.Term(path, "", about);
        page.Section("EXAMPLES").Lines(HelpPage.RootExamples);
        return page.ToString();
    }

    private static void Add(Roff page, Command command)
    {
        if (command is not SynthDataCommand own)
        {
            foreach (Command inner in command.Subcommands)
                Add(page, inner);
            return;
        }

        Argument[] arguments = [.. own.Arguments.Where(argument => !argument.Hidden)];
        page.Subsection(string.Join(' ', arguments.Select(Shown).Prepend($"synthdata {own.FullName}")));
        page.Paragraph($"{own.Description}.");
        foreach (Argument argument in arguments)
            page.Term(argument.Name, "", argument.Description!);
        AddOptions(page, own);
        page.Lines(own.Examples);
    }

    private static void AddOptions(Roff page, Command command)
    {
        foreach (Option option in command.Options.Where(option => !option.Hidden))
        {
            string names = string.Join(", ", option.Aliases.Where(alias => alias != "-?").Prepend(option.Name).Distinct());
            page.Term(names, option.Arity.MaximumNumberOfValues > 0 ? option.HelpName ?? "" : "", option.Description!);
        }
    }

    private static string Shown(Argument argument) => (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
    {
        (0, 1) => $"[{argument.Name}]",
        (0, _) => $"[{argument.Name}]...",
        (_, 1) => argument.Name,
        _ => $"{argument.Name}...",
    };
}
