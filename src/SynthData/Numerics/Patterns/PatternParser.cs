using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Numerics.Patterns;

/// <summary>Makes a tree of a pattern by recursive descent.</summary>
internal sealed class PatternParser(string text)
{
    private const int MaxDepth = 100;

    private int index;
    private int depth;

    /// <exception cref="PatternFault">The pattern is not of our language.</exception>
    public PatternNode Parse()
    {
        if (Peek() == '^')
            index++;
        PatternNode tree = Choice();
        return index == text.Length ? tree : throw PatternFault.Unreadable(index, "this ')' closes nothing");
    }

    private PatternNode Choice()
    {
        var branches = ImmutableArray.CreateBuilder<PatternNode>();
        do
        {
            branches.Add(Sequence());
        }
        while (Take('|'));

        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches.ToImmutable());
    }

    private SequenceNode Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (index < text.Length && text[index] is not ('|' or ')'))
        {
            if (text[index] == '$' && index == text.Length - 1)
            {
                index++;
                break;
            }

            parts.Add(Repeat(Atom()));
        }

        return new SequenceNode(parts.ToImmutable());
    }

    private PatternNode Atom()
    {
        int start = index;
        char c = text[index++];
        switch (c)
        {
            case '(':
                return Group(start);
            case '[':
                return new CharacterNode(new CharacterClassParser(text, start).Parse(out index));
            case '\\':
                return Escape(start);
            case '.':
                return new CharacterNode(CharacterSets.Printable);
            case '^' or '$':
                throw new PatternFault(PatternDiagnostics.Anchor, start, c);
            case '*' or '+' or '?':
                throw PatternFault.Unreadable(start, $"there is nothing that '{c}' could repeat");
            case '{':
                throw PatternFault.Unreadable(start, "there is nothing that '{' could repeat");
            default:
                return Literal(c);
        }
    }

    // Two halves of one character are one part: a count after them means both.
    private PatternNode Literal(char c)
    {
        if (!char.IsHighSurrogate(c) || index == text.Length)
            return new CharacterNode([c]);
        return new SequenceNode([new CharacterNode([c]), new CharacterNode([text[index++]])]);
    }

    private PatternNode Group(int start)
    {
        if (Take('?') && !Take(':'))
            throw new PatternFault(PatternDiagnostics.SpecialGroup, start, text[start..Math.Min(index + 1, text.Length)]);
        if (++depth > MaxDepth)
            throw PatternFault.Unreadable(start, "groups are nested more than 100 deep");
        PatternNode tree = Choice();
        depth--;
        return Take(')') ? tree : throw PatternFault.Unreadable(start, "this '(' is never closed");
    }

    private CharacterNode Escape(int start)
    {
        if (index == text.Length)
            throw PatternFault.Unreadable(start, "a '\\' ends the pattern");
        char letter = text[index++];
        string written = text[start..index];
        if (letter is >= '1' and <= '9' or 'k')
            throw new PatternFault(PatternDiagnostics.BackReference, start, written);
        if (letter is 'b' or 'B' or 'A' or 'z' or 'Z' or 'G')
            throw new PatternFault(PatternDiagnostics.Anchor, start, written);
        return CharacterSets.TryEscape(letter, out ImmutableArray<char> set)
            ? new CharacterNode(set)
            : throw PatternFault.Unreadable(start, $"'{written}' has no meaning here");
    }

    private PatternNode Repeat(PatternNode part)
    {
        int start = index;
        if (Take('?'))
            part = new RepeatNode(part, 0, 1, start);
        else if (Peek() is '*' or '+')
            throw new PatternFault(PatternDiagnostics.Unbounded, start, text[start]);
        else if (Take('{'))
            part = Counted(part, start);
        else
            return part;

        return Peek() is '?' or '*' or '+' or '{'
            ? throw PatternFault.Unreadable(index, "a count follows a count; put the first with its part into a group")
            : part;
    }

    private RepeatNode Counted(PatternNode part, int start)
    {
        int least = Number(start);
        int most = least;
        if (Take(','))
        {
            if (Take('}'))
                throw new PatternFault(PatternDiagnostics.Unbounded, start, text[start..index]);
            most = Number(start);
        }

        if (!Take('}'))
            throw PatternFault.Unreadable(start, "a count is written '{n}' or '{n,m}'");
        if (most < least)
            throw PatternFault.Unreadable(start, $"the count '{text[start..index]}' ends below its start");
        return new RepeatNode(part, least, most, start);
    }

    private int Number(int start)
    {
        int first = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
            index++;
        if (index == first)
            throw PatternFault.Unreadable(start, "a count is written '{n}' or '{n,m}'");
        return int.TryParse(text.AsSpan(first, index - first), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new PatternFault(PatternDiagnostics.TooLong, start, PatternStates.MaxStates);
    }

    private char Peek() => index < text.Length ? text[index] : '\0';

    private bool Take(char expected)
    {
        if (index == text.Length || text[index] != expected)
            return false;
        index++;
        return true;
    }
}
