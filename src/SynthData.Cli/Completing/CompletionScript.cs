using System.Collections.Immutable;

namespace SynthData.Cli.Completing;

/// <summary>The scripts that teach a shell to ask the program.</summary>
internal static class CompletionScript
{
    private const string Folder = "completion/synthdata.";

    /// <summary>The shells there is a script for, by the name of their program.</summary>
    public static ImmutableArray<string> Shells { get; } =
        [.. ShippedText.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..])];

    /// <summary>Reads the script of a shell; null for one there is none for.</summary>
    public static string? Find(string shell) => Shells.Contains(shell) ? ShippedText.Read(Folder + shell) : null;
}
