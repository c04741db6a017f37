using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthData.Sources.Model.Tokens;

/// <summary>How long a text its prompt asks for, where it says so in English: sentences, or words.</summary>
internal static partial class PromptedLength
{
    private const double CharactersOfSentence = 90;
    private const double CharactersOfWord = 6;

    private static readonly ImmutableArray<string> Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <returns>Characters, or null where the prompt says nothing of it.</returns>
    public static double? Of(string? prompt)
    {
        Match found = Wish().Match(prompt ?? "");
        if (!found.Success || Number(found.Groups["high"].Value) is not { } high)
            return null;
        double most = high * (found.Groups["unit"].Value.StartsWith("sentence", StringComparison.OrdinalIgnoreCase) ? CharactersOfSentence : CharactersOfWord);
        return Number(found.Groups["low"].Value) is { } low ? most * (low + high) / (2 * high)
            : found.Groups["most"].Success ? most * 0.75
            : most;
    }

    private static double? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : Numbers.IndexOf(word.ToLowerInvariant()) is var place and > 0 ? place
        : null;

    [GeneratedRegex(@"(?<most>at most|up to|no more than)?\s*\b(?:(?<low>\w+)\s*(?:to|or|-|–)\s*)?(?<high>\w+)\s+(?<unit>sentences?|words?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();
}
