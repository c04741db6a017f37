using System.Collections.Frozen;

namespace SynthData.Sources.Local.Entities;

/// <summary>Says which word file a locale reads under a generator: the one place that does.</summary>
/// <remarks>A list never changes. Where a later generator has a richer one, that stands beside the first and ends in its number.</remarks>
internal static class WordLists
{
    /// <summary>The newest generator that has lists of its own.</summary>
    public const int Newest = 2;

    private static readonly FrozenSet<string> Second = FrozenSet.ToFrozenSet(["en-US-people", "nl-NL-people", "nl-NL-places"], StringComparer.Ordinal);

    /// <summary>Gives the name of a file such as <c>nl-NL-people-2</c>.</summary>
    /// <param name="topic">What the list is of, such as <c>people</c>.</param>
    public static string File(string locale, string topic, int generator)
    {
        string name = $"{locale}-{topic}";
        return generator >= 2 && Second.Contains(name) ? $"{name}-2" : name;
    }
}
