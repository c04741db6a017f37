using System.Collections.Immutable;

namespace SynthData.Numerics.Patterns;

/// <summary>The sets of characters a pattern has names for. All lie within printable ASCII, which is also what a negation is taken from.</summary>
internal static class CharacterSets
{
    private const char First = ' ';
    private const char Last = '~';

    public static ImmutableArray<char> Printable { get; } = Where(_ => true);

    /// <summary>Gives the set of an escape such as <c>\d</c>, without the backslash; <c>\s</c> is the blank.</summary>
    public static bool TryEscape(char letter, out ImmutableArray<char> set)
    {
        set = letter switch
        {
            'd' => Where(char.IsAsciiDigit),
            'D' => Where(c => !char.IsAsciiDigit(c)),
            'w' => Where(IsWord),
            'W' => Where(c => !IsWord(c)),
            's' => [' '],
            'S' => Where(c => c != ' '),
            't' => ['\t'],
            _ => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? [] : [letter],
        };
        return !set.IsEmpty;
    }

    /// <summary>Everything printable that is not in a set.</summary>
    public static ImmutableArray<char> Except(IReadOnlySet<char> set) => Where(c => !set.Contains(c));

    private static ImmutableArray<char> Where(Func<char, bool> isIn) =>
        [.. Enumerable.Range(First, Last - First + 1).Select(code => (char)code).Where(isIn)];

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
