using System.Collections.Immutable;

namespace SynthData.Cli.Starters;

/// <summary>The schemas that come with the program.</summary>
internal static class ReadyMadeSchemas
{
    private const string Folder = "schemas/";
    private const string Ending = ".yaml";
    private const string KnowledgeEnding = ".knowledge.yaml";

    /// <summary>Their names, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. ShippedText.Names
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(KnowledgeEnding, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Ending.Length]),
    ];

    /// <summary>Reads one; null for a name that none has.</summary>
    public static StarterSchema? Find(string name) => ShippedText.Find($"{Folder}{name}{Ending}") is { } text && Names.Contains(name)
        ? StarterSchema.Read(text, ShippedText.Find($"{Folder}{name}{KnowledgeEnding}"))
        : null;
}
