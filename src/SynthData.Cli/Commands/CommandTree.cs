using System.CommandLine;
using System.CommandLine.Help;
using SynthData.Cli.Arguments;

namespace SynthData.Cli.Commands;

/// <summary>The commands of this version.</summary>
internal sealed class CommandTree
{
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly RootCommand root;

    private CommandTree(RootCommand root, EverywhereOptions everywhere) => (this.root, Everywhere) = (root, everywhere);

    public EverywhereOptions Everywhere { get; }

    public static CommandTree Build()
    {
        RootCommand root = new("Realistic synthetic tables from a schema: exactly the rows you ask for, every rule kept.") { HelpName = "synthdata" };
        root.Directives.Clear();
        root.Options.Clear();
        EverywhereOptions everywhere = EverywhereOptions.AddTo(root);
        root.Add(new InitCommand());
        root.Add(new GenerateCommand());
        root.Add(new CompileCommand());
        root.Add(new PreviewCommand());
        root.Add(new PlanCommand());
        root.Add(new ValidateCommand());
        root.Add(new CompareCommand());
        root.Add(new MergeCommand());
        root.Add(new RunCommand());
        root.Add(new CodegenCommand());
        root.Add(new TypesCommand());
        root.Add(new JournalCommand());
        root.Add(new ExplainCommand());
        root.Add(new CompletionCommand());
        root.Add(new ManCommand(root));
        return new CommandTree(root, everywhere);
    }

    /// <summary>The program itself, above all commands.</summary>
    public RootCommand Root => root;

    public ParseResult Parse(string[] args) => root.Parse(args, Parser);

    /// <summary>Says whether help was asked for; then nothing else on the line matters.</summary>
    public static bool PrintsHelp(ParseResult parsed) => parsed.Action is HelpAction;
}
