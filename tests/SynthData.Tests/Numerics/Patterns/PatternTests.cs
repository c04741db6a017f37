using System.Globalization;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Numerics;
using SynthData.Numerics.Patterns;

namespace SynthData.Tests.Numerics.Patterns;

public class PatternTests
{
    private static readonly StreamKey Stream = StreamKey.For(4, 1, "pattern", "ranks");

    [Theory]
    [InlineData("", 1)]
    [InlineData("abc", 1)]
    [InlineData("[A-C]{2}-[0-9]", 90)]
    [InlineData("^a?b?$", 4)]
    [InlineData("a?a?", 3)]
    [InlineData("(a|ab)(c|bc)", 3)]
    [InlineData("(a|a|[a-c]|b)x", 3)]
    [InlineData("[ab]{0,3}", 15)]
    [InlineData("(a{1,2}){1,2}", 4)]
    [InlineData("(a?){5}", 6)]
    [InlineData("(a|b|){3}", 15)]
    [InlineData("a{0}", 1)]
    [InlineData("(|x)", 2)]
    [InlineData("()", 1)]
    [InlineData("(?:ab|cd){2}", 4)]
    [InlineData(@"\d\d", 100)]
    [InlineData(@"\w", 63)]
    [InlineData(@"\W", 32)]
    [InlineData(@"\D", 85)]
    [InlineData(@"\s\S", 94)]
    [InlineData(".", 95)]
    [InlineData("[^a-z]", 69)]
    [InlineData(@"[^\w ]", 31)]
    [InlineData(@"[\d.,-]", 13)]
    [InlineData("[-a]", 2)]
    [InlineData("[a-]", 2)]
    [InlineData(@"[\]\\^]", 3)]
    [InlineData("[é-ë]ü", 3)]
    [InlineData(@"\.\*\(\)\[\]\{\}\^\$\\\|\?\+/", 1)]
    [InlineData("a}b]c", 1)]
    [InlineData("(😀){2}", 1)]
    [InlineData(@"(1[0-2]|0?[1-9]):[0-5]\d", 1260)]
    public void A_small_pattern_spells_each_of_its_texts_once(string regex, int expected)
    {
        Pattern pattern = Read(regex);
        Assert.Equal((UInt128)expected, pattern.Capacity);
        Regex judge = new($"^(?:{regex.TrimStart('^')})$".Replace("$)$", ")$", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        HashSet<string> texts = [];
        char[] buffer = new char[pattern.MaxLength];
        int longest = 0;
        for (int rank = 0; rank < expected; rank++)
        {
            int length = pattern.Write((UInt128)rank, buffer);
            string text = new(buffer, 0, length);
            Assert.Matches(judge, text);
            Assert.True(texts.Add(text), $"'{text}' comes twice.");
            longest = Math.Max(longest, length);
        }

        Assert.Equal(pattern.MaxLength, longest);
        Assert.Throws<ArgumentOutOfRangeException>(() => pattern.Write((UInt128)expected, buffer));
    }

    [Fact]
    public void A_count_after_a_character_of_two_units_means_the_character() =>
        Assert.Equal(["😀😀"], Texts(Read("😀{2}")));

    // Completeness: every text over a small alphabet that the judge accepts is among those made.
    [Theory]
    [InlineData("(a|b)?a(a|b)?")]
    [InlineData("a{1,3}b{0,2}|b(a|bb){1,2}")]
    [InlineData("(ab?|ba?){2}")]
    [InlineData("([ab]a?){1,3}|abba")]
    public void All_texts_the_expression_matches_are_made(string regex)
    {
        Pattern pattern = Read(regex);
        Regex judge = new($"^(?:{regex})$");
        HashSet<string> made = Texts(pattern);
        List<string> texts = [""];
        for (int length = 0; length <= 7; length++)
        {
            foreach (string text in texts)
                Assert.Equal(judge.IsMatch(text), made.Contains(text));
            texts = [.. texts.SelectMany(text => new[] { text + "a", text + "b" })];
        }
    }

    [Theory]
    [InlineData("[A-Z]{2}-[0-9]{4}", "6760000")]
    [InlineData("[a-z]{20}", "19928148895209409152340197376")]
    [InlineData("[0-9a-f]{16}", "18446744073709551616")]
    [InlineData("[0-9a-f]{8}(-[0-9a-f]{4}){4}", "79228162514264337593543950336")]
    [InlineData("[01]{127}", "170141183460469231731687303715884105728")]
    [InlineData("[01]{128}", "1208925819614629174706176")]
    [InlineData("[0-9a-f]{64}", "1208925819614629174706176")]
    [InlineData("(x|[a-z0-9]{60}|[A-Z]{40,50}y?)", "1208925819614629174706176")]
    [InlineData(@"[\w.]{1,64}@[a-z]{2,20}\.(com|nl|org)", "1208925819614629174706176")]
    public void A_large_pattern_gives_rows_their_own_texts(string regex, string capacity)
    {
        Pattern pattern = Read(regex);
        Assert.Equal(UInt128.Parse(capacity, CultureInfo.InvariantCulture), pattern.Capacity);
        Regex judge = new($"^(?:{regex})$");
        RankPermutation ranks = new(Stream, pattern.Capacity);
        HashSet<string> texts = [];
        char[] buffer = new char[pattern.MaxLength];
        for (int row = 0; row < 50_000; row++)
        {
            string text = new(buffer, 0, pattern.Write(ranks.Forward(row), buffer));
            Assert.True(texts.Add(text));
            if (row % 50 == 0)
                Assert.Matches(judge, text);
        }

        pattern.Write(pattern.Capacity - 1, buffer);
    }

    [Fact]
    public void Neighbouring_ranks_of_a_wide_pattern_differ()
    {
        Pattern pattern = Read("[01]{200}");
        Assert.True(pattern.IsWide);
        HashSet<string> texts = [];
        char[] buffer = new char[pattern.MaxLength];
        for (int i = 0; i < 10_000; i++)
        {
            Assert.True(texts.Add(new string(buffer, 0, pattern.Write((UInt128)i, buffer))));
            Assert.True(texts.Add(new string(buffer, 0, pattern.Write(pattern.Capacity - 1 - (UInt128)i, buffer))));
        }
    }

    [Theory]
    [InlineData("[A-J]{3}")]
    [InlineData("[a-d]{30}")]
    [InlineData("[a-d]{100}")]
    public void Uniform_ranks_give_every_character_its_share_at_every_place(string regex)
    {
        const int draws = 40_000;
        Pattern pattern = Read(regex);
        char[] buffer = new char[pattern.MaxLength];
        int[,] seen = new int[buffer.Length, 26];
        for (int i = 0; i < draws; i++)
        {
            pattern.Write(Wide.Below(pattern.Capacity, Stream.Word(i, 0, 0), Stream.Word(i, 0, 1)), buffer);
            for (int place = 0; place < buffer.Length; place++)
                seen[place, char.ToUpperInvariant(buffer[place]) - 'A']++;
        }

        double share = regex.StartsWith("[A-J]", StringComparison.Ordinal) ? 0.1 : 0.25;
        double spread = 5 * Math.Sqrt(draws * share * (1 - share));
        for (int place = 0; place < buffer.Length; place++)
        {
            for (int letter = 0; letter < (int)Math.Round(1 / share); letter++)
                Assert.InRange(seen[place, letter], (draws * share) - spread, (draws * share) + spread);
        }
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        Pattern small = Read("[A-Z]{2}-[0-9]{4}");
        Pattern large = Read("[a-z]{20}");
        Pattern wide = Read("[0-9a-f]{64}");
        char[] buffer = new char[64];
        long Run()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                small.Write((UInt128)i, buffer);
                large.Write((UInt128)i << 40, buffer);
                wide.Write((UInt128)i << 40, buffer);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Run();
        Assert.Equal(0, Run());
    }

    internal static Pattern Read(string regex)
    {
        DiagnosticBag diagnostics = new();
        bool isRead = PatternReader.TryRead(regex, null, diagnostics, out Pattern? pattern);
        Assert.Empty(diagnostics);
        Assert.True(isRead);
        return pattern!;
    }

    private static HashSet<string> Texts(Pattern pattern)
    {
        HashSet<string> texts = [];
        char[] buffer = new char[pattern.MaxLength];
        for (UInt128 rank = 0; rank < pattern.Capacity; rank++)
            texts.Add(new string(buffer, 0, pattern.Write(rank, buffer)));
        return texts;
    }

    [Theory]
    [InlineData("[A-Z]{2}-[0-9]{4}", "AB-1234", "AB-123", "AB-12345", "xAB-1234", "ab-1234", "")]
    [InlineData("(cat|car|care)s?", "cares", "ca", "carss", "dogs")]
    [InlineData("x?", "", "xx", "y")]
    [InlineData(".", "~", "é", "\n", "")]
    [InlineData("[a-z]{40}", "abcdefghijklmnopqrstabcdefghijklmnopqrst", "abc", "abcdefghijklmnopqrstabcdefghijklmnopqrsT")]
    public void A_text_is_of_a_pattern_as_a_whole_or_not(string text, string spelled, params string[] others)
    {
        Assert.True(PatternReader.TryRead(text, null, [], out Pattern? pattern));
        Assert.True(pattern.Matches(spelled));
        Assert.All(others, other => Assert.False(pattern.Matches(other), other));
    }

    [Fact]
    public void Every_text_a_pattern_writes_it_matches()
    {
        Assert.True(PatternReader.TryRead("(A[0-9]{1,3}|[^x-z]{2})(-b)?", null, [], out Pattern? pattern));
        char[] target = new char[pattern.MaxLength];
        for (UInt128 rank = 0; rank < pattern.Capacity; rank += 7)
            Assert.True(pattern.Matches(target.AsSpan(0, pattern.Write(rank, target))));
    }
}
