using System.Collections.Frozen;

namespace SynthData.Expressions.Syntax;

/// <summary>The words that are operators or literals; every other word may be a column.</summary>
internal static class Keywords
{
    // date, timestamp and time are literals only before a text, else names, so they are not here.
    private static readonly FrozenSet<string> Words = new[]
    {
        "and", "or", "not", "in", "between", "like", "is", "null", "case", "when", "then", "else", "end", "true", "false",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);
}
