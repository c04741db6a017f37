using System.Collections.Immutable;

namespace SynthData.Numerics.Patterns;

/// <summary>Reads a class such as <c>[A-Z0-9_]</c> or <c>[^aeiou]</c>.</summary>
/// <param name="text">The pattern.</param>
/// <param name="start">Where the class begins in it.</param>
internal sealed class CharacterClassParser(string text, int start)
{
    private readonly SortedSet<char> set = [];
    private int index = start + 1;

    /// <param name="end">Where the pattern goes on.</param>
    /// <exception cref="PatternFault">It is no class, or one of no character.</exception>
    public ImmutableArray<char> Parse(out int end)
    {
        bool isNegated = index < text.Length && text[index] == '^';
        if (isNegated)
            index++;

        while (Current() != ']')
            Part();
        end = index + 1;

        ImmutableArray<char> characters = isNegated ? CharacterSets.Except(set) : [.. set];
        return characters.IsEmpty ? throw PatternFault.Unreadable(start, "the class holds no character") : characters;
    }

    private void Part()
    {
        int partStart = index;
        ImmutableArray<char> first = Single();
        bool isRange = Current() == '-' && index + 1 < text.Length && text[index + 1] != ']';
        if (!isRange)
        {
            set.UnionWith(first);
            return;
        }

        index++;
        ImmutableArray<char> last = Single();
        if (first.Length != 1 || last.Length != 1)
            throw PatternFault.Unreadable(partStart, "a range goes from one character to one character");
        if (last[0] < first[0])
            throw PatternFault.Unreadable(partStart, $"the range '{first[0]}-{last[0]}' runs backwards");
        for (int c = first[0]; c <= last[0]; c++)
            set.Add((char)c);
    }

    private ImmutableArray<char> Single()
    {
        int at = index;
        char c = Current();
        index++;
        if (c == '\\')
        {
            char letter = Current();
            index++;
            return CharacterSets.TryEscape(letter, out ImmutableArray<char> named)
                ? named
                : throw PatternFault.Unreadable(at, $"'\\{letter}' has no meaning in a class");
        }

        if (c == '[')
            throw PatternFault.Unreadable(at, "a '[' inside a class is written '\\['");
        return char.IsSurrogate(c) ? throw PatternFault.Unreadable(at, "this character cannot stand in a class; use '(…|…)'") : [c];
    }

    private char Current() => index < text.Length ? text[index] : throw PatternFault.Unreadable(start, "this '[' is never closed");
}
