using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>What can be wrong with a <c>pattern</c>. Characters of the pattern count from 1.</summary>
internal static class PatternDiagnostics
{
    public static readonly DiagnosticDescriptor Unreadable = DiagnosticDescriptor.Error(
        "SD2300",
        "Pattern '{0}' cannot be read at character {1}: {2}.",
        "Write a regular expression of characters, classes such as '[A-Z]' and '\\d', groups, '|', '?' and counts such as '{{4}}'; put '\\' before a character that is meant as itself.",
        "A pattern is a regular expression that texts are made from. The message names the character at which it stops making sense.");

    public static readonly DiagnosticDescriptor Unbounded = DiagnosticDescriptor.Error(
        "SD2301",
        "Pattern '{0}' repeats without an upper bound at character {1} ('{2}').",
        "Write how often at most, such as '{{1,8}}'.",
        "Texts are counted and made at even chances, so that a repetition needs an upper bound: '*', '+' and '{n,}' have none.");

    public static readonly DiagnosticDescriptor SpecialGroup = DiagnosticDescriptor.Error(
        "SD2302",
        "Pattern '{0}' has a group that is more than a group at character {1} ('{2}').",
        "Use '(…)' or '(?:…)'; say with a rule what a look-around would check.",
        "Look-ahead, look-behind, named groups and options inside a pattern describe how to match, not what to make.");

    public static readonly DiagnosticDescriptor BackReference = DiagnosticDescriptor.Error(
        "SD2303",
        "Pattern '{0}' refers back to a group at character {1} ('{2}').",
        "Make the repeated part a column of its own and put both together with a template.",
        "A pattern with back-references is not a regular language: its texts cannot be counted.");

    public static readonly DiagnosticDescriptor Anchor = DiagnosticDescriptor.Error(
        "SD2304",
        "Pattern '{0}' has an anchor inside at character {1} ('{2}').",
        "Leave it out, or put '\\' before it if the character itself is meant; '^' may only be the first and '$' only the last character.",
        "A pattern always describes the whole text, so that anchors and word boundaries inside say nothing or forbid everything.");

    public static readonly DiagnosticDescriptor TooLong = DiagnosticDescriptor.Error(
        "SD2305",
        "Pattern '{0}' is too large at character {1}: written out without counts it has more than {2} parts.",
        "Use smaller counts, or a template over several columns.",
        "Counts are written out, so that '(a{100}){100}' is ten thousand parts. The limit keeps planning fast.");

    public static readonly DiagnosticDescriptor TooAmbiguous = DiagnosticDescriptor.Error(
        "SD2306",
        "Pattern '{0}' can be read in too many ways at once: telling its texts apart takes more than the {1} states allowed.",
        "Give neighbouring optional parts different first characters, or use smaller counts.",
        "Texts that a pattern spells in more than one way are counted once. For this the pattern is turned into a deterministic automaton, "
            + "which can grow beyond measure where optional parts share their characters, as in '(a|b){0,30}a(a|b){30}'.");

    public static readonly DiagnosticDescriptor NoCheckDigit = DiagnosticDescriptor.Error(
        "SD2309",
        "Texts of the pattern '{0}' cannot carry the check digit '{1}': {2}.",
        "Write a pattern whose texts all have room for it: luhn and ean overwrite the last digit, iban the two digits behind two letters.",
        "A check digit overwrites places of the text, which then count for nothing: '[0-9]{{16}}' with luhn has 10^15 texts.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [Unreadable, Unbounded, SpecialGroup, BackReference, Anchor, TooLong, TooAmbiguous, NoCheckDigit];
}
