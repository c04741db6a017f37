using CsCheck;
using SynthData.Sources.Model.Variety;

namespace SynthData.Tests.Sources.Model.Variety;

/// <summary>The index finds a text that is alike exactly where comparing with every one would.</summary>
public class AlikeTextsTests
{
    private static readonly string[] Vocabulary = ["the", "lamp", "lamps", "of", "steel", "stool", "red", "a"];

    private static readonly decimal[] Limits = [0m, 0.1m, 0.25m, 1 / 3m, 0.5m, 0.6m, 0.75m, 0.8m, 0.9m, 1m];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Array[0, 7].Select(words => string.Join(' ', words.Select(word => Vocabulary[word])));

    private static readonly Gen<decimal> Shares = Gen.Int[0, Limits.Length - 1].Select(limit => Limits[limit]);

    [Fact]
    public void Agrees_with_comparing_all() => Gen.Select(Words.Array[300, 420], Shares, Gen.Bool).Sample(
        (texts, share, isEndIn) =>
        {
            bool isInclusive = isEndIn && share > 0;      // of nothing in common, no index knows
            var index = new AlikeTexts(new AlikeBound(share, isInclusive));
            var kept = new List<(string Text, int Number)>();
            for (int row = 0; row < texts.Length; row++)
            {
                bool isAlike = kept.Exists(other => IsAlike(texts[row], other.Text, share, isInclusive));
                long? found = index.Find(texts[row]);
                if (found is not null != isAlike || (found is { } owner && !IsAlike(texts[row], texts[owner], share, isInclusive)))
                    return false;
                if (!isAlike || row % 3 == 0)
                    kept.Add((texts[row], index.Add(texts[row], row)));
                if (row % 7 != 6)
                    continue;
                index.Remove(kept[row % kept.Count].Number);
                kept.RemoveAt(row % kept.Count);
            }

            return true;
        },
        iter: 40);

    [Theory]
    [InlineData("", "", 1, 1)]
    [InlineData("ab", "ab", 1, 1)]
    [InlineData("ab", "abc", 0, 2)]
    [InlineData("abcdef", "abcdeg", 1, 3)]
    [InlineData("steel lamp", "steel lamps", 6, 7)]
    public void In_common_is_the_share_of_five_grams(string first, string second, int common, int all)
    {
        decimal share = (decimal)common / all;
        var just = new AlikeTexts(new AlikeBound(share, isInclusive: true));
        just.Add(first, 4);
        var beyond = new AlikeTexts(new AlikeBound(share + 0.0001m, isInclusive: true));
        beyond.Add(first, 4);

        Assert.Equal(common > 0 ? 4 : null, common > 0 ? just.Find(second) : null);
        Assert.Null(beyond.Find(second));
    }

    [Theory]
    [InlineData("A  lamp, of steel!", "a lamp of steel")]
    [InlineData("“Lamp” — of steel…", "lamp of steel")]
    [InlineData("\uFF2C\uFF41\uFF4D\uFF50 \u2074", "lamp 4")]
    [InlineData("Caf\u00E9", "cafe\u0301")]
    [InlineData("\uFB01sh x\u00B2", "fish x2")]
    [InlineData("C++ \u0416", "c++ \u0436")]
    [InlineData("?!", "?!")]
    public void Texts_are_compared_in_this_form(string text, string form) => Assert.Equal(form, TextForm.Of(text));

    // Straight from the definition.
    private static bool IsAlike(string first, string second, decimal share, bool isInclusive)
    {
        HashSet<string> a = Grams(first);
        HashSet<string> b = Grams(second);
        int common = a.Count(b.Contains);
        decimal limit = share * a.Union(b).Count();
        return isInclusive ? common >= limit : common > limit;
    }

    private static HashSet<string> Grams(string text) => text.Length < 5 ? [text] : [.. Enumerable.Range(0, text.Length - 4).Select(start => text.Substring(start, 5))];
}
