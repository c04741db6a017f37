using System.Collections.Immutable;
using SynthData.Numerics.CheckDigits;
using SynthData.Schema;

namespace SynthData.Numerics.Patterns;

/// <summary>Takes the places of a check digit out of a pattern: they are always 0, so that they count for nothing.</summary>
internal static class PatternPlaces
{
    private const int MaxCount = 256;

    /// <summary>Gives the pattern with the places of a check digit as 0.</summary>
    /// <param name="whyNot">What does not fit, as a clause; null when all does.</param>
    public static PatternNode? Without(PatternNode tree, CheckDigitKind kind, out string? whyNot)
    {
        try
        {
            PatternNode fixedPlaces = kind == CheckDigitKind.Iban ? Account(tree) : Last(tree);
            Func<char, bool> counts = kind == CheckDigitKind.Iban ? character => character != ' ' : char.IsAsciiDigit;
            int wrong = Counts(tree, counts).FirstOrDefault(count => !CheckedText.IsLength(kind, count), -1);
            whyNot = wrong < 0 ? null : kind switch
            {
                CheckDigitKind.Luhn => $"it can have {wrong} digits, and a check digit needs one before it",
                CheckDigitKind.Ean => $"it can have {wrong} digits; trade item numbers have 8, 12, 13 or 14",
                _ => $"it can have {wrong} characters; account numbers have 5 to {CheckedText.MaxIban}",
            };
            return whyNot is null ? fixedPlaces : null;
        }
        catch (MisplacedException misplaced)
        {
            whyNot = misplaced.Message;
            return null;
        }
    }

    private static PatternNode Account(PatternNode tree)
    {
        if (!Characters(tree).All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == ' '))
            throw new MisplacedException("account numbers have capital letters, digits and blanks only");
        PatternNode checkedPlaces = tree;
        for (int place = 0; place < 2; place++)
            checkedPlaces = At(checkedPlaces, place, node => node.Characters.All(char.IsAsciiLetterUpper) ? node : throw new MisplacedException("its first two places are not letters"));
        for (int place = 2; place < 4; place++)
            checkedPlaces = At(checkedPlaces, place, Zero);
        return checkedPlaces;
    }

    private static CharacterNode Zero(CharacterNode node) => node.Characters.All(char.IsAsciiDigit)
        ? new CharacterNode(['0'])
        : throw new MisplacedException("the place of its check digit is not always a digit");

    private static PatternNode Last(PatternNode node) => node switch
    {
        CharacterNode character => Zero(character),
        SequenceNode { Parts: [.., var last] } sequence => new SequenceNode(sequence.Parts.SetItem(sequence.Parts.Length - 1, Last(last))),
        ChoiceNode choice => new ChoiceNode([.. choice.Branches.Select(Last)]),
        RepeatNode { Least: > 0 } repeat => new SequenceNode([repeat with { Least = repeat.Least - 1, Most = repeat.Most - 1 }, Last(repeat.Part)]),
        _ => throw new MisplacedException("its last place may be missing"),
    };

    // Replaces the character at a place that every text has at the same distance from its start.
    private static PatternNode At(PatternNode node, int place, Func<CharacterNode, CharacterNode> replace)
    {
        switch (node)
        {
            case CharacterNode character when place == 0:
                return replace(character);
            case ChoiceNode choice:
                return new ChoiceNode([.. choice.Branches.Select(branch => At(branch, place, replace))]);
            case SequenceNode sequence:
                for (int index = 0; index < sequence.Parts.Length; index++)
                {
                    ImmutableSortedSet<int> lengths = Counts(sequence.Parts[index], _ => true);
                    if (place < lengths[0])
                        return new SequenceNode(sequence.Parts.SetItem(index, At(sequence.Parts[index], place, replace)));
                    if (lengths.Count > 1)
                        break;
                    place -= lengths[0];
                }

                break;
            case RepeatNode repeat when Counts(repeat.Part, _ => true) is [> 0 and var length] && place / length < repeat.Least:
                int before = place / length;
                return new SequenceNode(
                [
                    repeat with { Least = before, Most = before },
                    At(repeat.Part, place % length, replace),
                    repeat with { Least = repeat.Least - before - 1, Most = repeat.Most - before - 1 },
                ]);
        }

        throw new MisplacedException("its first four places are not the same in every text, two letters and two digits");
    }

    // How many characters of a kind a text can have.
    private static ImmutableSortedSet<int> Counts(PatternNode node, Func<char, bool> counts)
    {
        switch (node)
        {
            case CharacterNode character:
                return [.. character.Characters.Select(one => counts(one) ? 1 : 0)];
            case ChoiceNode choice:
                return [.. choice.Branches.SelectMany(branch => Counts(branch, counts))];
            case SequenceNode sequence:
                return sequence.Parts.Aggregate<PatternNode, ImmutableSortedSet<int>>([0], (sums, part) => Sum(sums, Counts(part, counts)));
            default:
                var repeat = (RepeatNode)node;
                ImmutableSortedSet<int> one = Counts(repeat.Part, counts);
                ImmutableSortedSet<int> all = [0];
                var found = ImmutableSortedSet.CreateBuilder<int>();
                for (int times = 0; times <= repeat.Most && all[0] <= MaxCount; times++)
                {
                    if (times >= repeat.Least)
                        found.UnionWith(all);
                    all = Sum(all, one);
                }

                return found.Count == 0 ? [MaxCount + 1] : found.ToImmutable();
        }
    }

    private static ImmutableSortedSet<int> Sum(ImmutableSortedSet<int> first, ImmutableSortedSet<int> second) =>
        [.. first.SelectMany(one => second.Select(other => Math.Min(one + other, MaxCount + 1)))];

    private static IEnumerable<char> Characters(PatternNode node) => node switch
    {
        CharacterNode character => character.Characters,
        SequenceNode sequence => sequence.Parts.SelectMany(Characters),
        ChoiceNode choice => choice.Branches.SelectMany(Characters),
        _ => Characters(((RepeatNode)node).Part),
    };

    /// <summary>Ends the search for places; never leaves this file.</summary>
    private sealed class MisplacedException(string message) : Exception(message);
}
