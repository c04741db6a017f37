using System.CommandLine;
using SynthData.Cli.Arguments;
using SynthData.Cli.Starters;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata init</c>: a schema to start from.</summary>
internal sealed class InitCommand : SynthDataCommand
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    // Designed for a later version; here to be refused with what was probably meant.
    private readonly Argument<string?> source = new("SOURCE") { Arity = ArgumentArity.ZeroOrOne, Hidden = true };

    private readonly TextOption output = new("-o", "PATH", "The file to write (.yaml), or the folder it goes to, or - for standard output; NAME.yaml by default");

    private readonly TextOption from = new("--from", "NAME", "A ready-made schema with the knowledge that belongs to it, instead of the one with comments");

    private readonly Option<bool> list = new("--list") { Description = "Print the ready-made schemas and what each is about", Arity = ArgumentArity.Zero };

    public InitCommand()
        : base("init", "Write a schema to start from: a small one with comments, or a ready-made one")
    {
        Add(source);
        Add(output);
        Add(from);
        Add(list);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["synthdata init", "synthdata init -o schemas/tickets.yaml", "synthdata init --list", "synthdata init --from bike-shop"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        DiagnosticBag bag = new();
        if (parsed.GetValue(source) is { } word)
            bag.Add(InitDiagnostics.SourceIsLater, position: null, word, Meant(word));
        if (parsed.GetValue(list))
            return Task.FromResult<CommandAnswer>(List(parsed, bag));

        string? named = from.Value(parsed);
        StarterSchema? starter = named is null ? StarterSchema.Taught : ReadyMadeSchemas.Find(named);
        if (starter is null)
            bag.Add(InitDiagnostics.UnknownReadyMade, position: null, named, Suggestion.For(named!, ReadyMadeSchemas.Names), string.Join(", ", ReadyMadeSchemas.Names));
        string? path = output.Value(parsed);
        if (path == "-" && session.IsJson)
            bag.Add(UsageDiagnostics.JsonOverData, position: null);
        if (path is not null && path != "-" && IsOtherFile(path))
            bag.Add(UsageDiagnostics.InvalidValue, position: null, output.Name, path, "a name that ends in .yaml, or a folder");
        bag.ThrowIfErrors();

        return Task.FromResult<CommandAnswer>(path == "-" ? new StarterTextAnswer(starter!) : Write(starter!, path, isReadyMade: named is not null));
    }

    private ReadyMadeAnswer List(ParseResult parsed, DiagnosticBag bag)
    {
        foreach (TextOption option in (TextOption[])[from, output])
        {
            if (option.IsGiven(parsed))
                bag.Add(InitDiagnostics.ListAlone, position: null, option.Name);
        }

        bag.ThrowIfErrors();
        return new ReadyMadeAnswer([.. ReadyMadeSchemas.Names.Select(name => ReadyMadeSchemas.Find(name)!)]);
    }

    // A ready-made schema keeps its name, as it keeps its rows; the one to change is named as its file.
    private static InitAnswer Write(StarterSchema starter, string? path, bool isReadyMade)
    {
        bool isFile = path is not null && HasEnding(path) && !Directory.Exists(path);
        string file = isFile ? path! : Path.Combine(path ?? "", $"{starter.Name}.yaml");
        StarterSchema written = isReadyMade ? starter : starter.Renamed(Path.GetFileNameWithoutExtension(file));
        return new InitAnswer(written, StarterFiles.Write(written, file), isReadyMade);
    }

    private static string Meant(string word)
    {
        if (ReadyMadeSchemas.Find(word) is not null)
            return $"'synthdata init --from {word}' for the ready-made schema of that name";
        return HasEnding(word)
            ? $"'synthdata init -o {word}' to write a schema there"
            : "'synthdata init' for a schema with comments, or 'synthdata init --from NAME' for a ready-made one";
    }

    private static bool HasEnding(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsOtherFile(string path) => Path.GetExtension(path).Length > 1 && !HasEnding(path) && !Directory.Exists(path);
}
