using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthData.SimulatedProvider;

/// <summary>Writes texts with places, as a system message asks for them that wants patterns many rows are made from.</summary>
internal sealed partial class PatternComposer
{
    private const int PhraseWords = 5;
    private const int SentenceWords = 9;
    private const int Sentences = 3;

    private readonly string[] words;
    private readonly string[] places;

    private readonly string bare;

    private PatternComposer(string[] words, string[] places, string bare) => (this.words, this.places, this.bare) = (words, places, bare);

    /// <summary>Null where the system message wants plain values.</summary>
    public static PatternComposer? Of(string system, string[] words)
    {
        string[] lines = system.Split('\n');
        if (!lines.Any(line => line.Contains("a pattern that many rows", StringComparison.Ordinal)))
            return null;
        string? named = lines.FirstOrDefault(line => line.StartsWith("- These differ by row", StringComparison.Ordinal));
        string bare = lines.FirstOrDefault(line => line.StartsWith("- In \"", StringComparison.Ordinal)) ?? "";
        return new PatternComposer(words, named is null ? [] : [.. Place().Matches(named).Select(match => match.Value)], bare);
    }

    /// <summary>A pattern; the same for the same seed.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="wish">What it is to hold, in words.</param>
    public string Write(string seed, string column, string wish)
    {
        var chance = new Chance(seed);
        string[] mayName = bare.Contains($"\"{column}\"", StringComparison.Ordinal) ? [] : places;
        Match length = Characters().Match(wish);
        int most = length.Success ? int.Parse(length.Groups[2].Value, CultureInfo.InvariantCulture) : int.MaxValue;
        int least = length.Success ? int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        long readings = Readings().Match(wish) is { Success: true } found ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 6;
        if (most < 60)
            return Short(chance, readings, most);
        bool isPhrase = least <= 60 && !wish.Contains("entence", StringComparison.Ordinal);
        string text = string.Join(' ', Enumerable.Range(0, isPhrase ? 1 : Sentences)
            .Select(_ => Sentence(chance, mayName, isPhrase ? PhraseWords : SentenceWords, isDense: isPhrase && readings > 12)));
        return readings > 32 ? $"{text} No. {{num:1..{readings.ToString(CultureInfo.InvariantCulture)}}}" : text;
    }

    // Fits into few characters whatever is chosen.
    private string Short(Chance chance, long readings, int most)
    {
        var text = new StringBuilder(Choice(chance, isFirst: true, 6));
        int longest = 8;
        if (longest + 9 <= most)
            text.Append(' ').Append(Choice(chance, isFirst: false, 5));
        longest += 9;
        while (longest + 18 <= most)
        {
            text.Append(' ').Append(chance.Of(words));
            longest += 9;
        }

        return readings > 30 ? text.Append(CultureInfo.InvariantCulture, $" {{num:1..{readings}}}").ToString() : text.ToString();
    }

    private string Sentence(Chance chance, string[] mayName, int length, bool isDense)
    {
        var text = new StringBuilder(Choice(chance, isFirst: true, 4));
        int place = mayName.Length > 0 && chance.Below(2) == 0 ? 1 + (3 * chance.Below(length / 3)) : -1;
        for (int word = 1; word < length; word++)
        {
            text.Append(' ').Append(word == place ? chance.Of(mayName) : word % 3 == 0 || (isDense && word % 3 == 2) ? Choice(chance, isFirst: false, 3 + chance.Below(3)) : chance.Of(words));
        }

        return text.Append('.').ToString();
    }

    private string Choice(Chance chance, bool isFirst, int options)
    {
        HashSet<string> chosen = [];
        while (chosen.Count < options)
            chosen.Add(chance.Of(words));
        return $"{{{string.Join('|', chosen.Select(word => isFirst ? char.ToUpperInvariant(word[0]) + word[1..] : word))}}}";
    }

    [GeneratedRegex(@"\{[^{}|]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"each of (\d+) to (\d+) characters")]
    private static partial Regex Characters();

    [GeneratedRegex(@"at least (\d+) readings")]
    private static partial Regex Readings();

    /// <summary>Numbers that follow from a seed.</summary>
    private sealed class Chance(string seed)
    {
        private int drawn;

        public int Below(int count)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{drawn++}")));
            return (int)(BitConverter.ToUInt32(hash, 0) % (uint)count);
        }

        public string Of(string[] texts) => texts[Below(texts.Length)];
    }
}
