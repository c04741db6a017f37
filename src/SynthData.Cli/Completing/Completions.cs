using System.Collections.Immutable;

namespace SynthData.Cli.Completing;

/// <summary>What could stand at the cursor: words, and which files beside them.</summary>
/// <param name="Words">The words, in the order to show.</param>
/// <param name="Files">Files that fit; null where none does.</param>
internal sealed record Completions(ImmutableArray<Candidate> Words, FilesWanted? Files = null)
{
    public static readonly Completions None = new([]);

    public static Completions Of(IEnumerable<Candidate> words) => new([.. words]);

    public static Completions Of(params IEnumerable<string> words) => Of(words.Select(word => new Candidate(word)));

    public static Completions OfFiles(params ImmutableArray<string> endings) => new([], new FilesWanted(endings));

    /// <summary>Puts what stands before the value in the same word in front of every word.</summary>
    public Completions After(string prefix) => this with { Words = [.. Words.Select(word => word with { Value = prefix + word.Value })] };

    /// <summary>Keeps the words that begin as somebody began.</summary>
    public Completions StartingWith(string begun) =>
        this with { Words = [.. Words.Where(word => word.Value.StartsWith(begun, StringComparison.OrdinalIgnoreCase) && word.Value != begun)] };
}

/// <summary>Files that a shell is to complete, since it knows about home folders, blanks and quotes.</summary>
/// <param name="Endings">How their names end; empty for all. Folders always fit.</param>
/// <param name="OnlyFolders">Whether nothing else fits.</param>
internal sealed record FilesWanted(ImmutableArray<string> Endings, bool OnlyFolders = false);
