using SynthData.Comparing.Texts;

namespace SynthData.Tests.Comparing;

/// <summary>Measures of words against values worked out by hand.</summary>
public class WordTests
{
    [Fact]
    public void A_text_is_scored_by_the_grams_a_reference_has()
    {
        // Of the grams of one to four words 5 of 6, 3 of 5, 1 of 4 and none of 3 are there; none counts as a tenth.
        double expected = Math.Pow(5 / 6.0 * (3 / 5.0) * (1 / 4.0) * (0.1 / 3), 0.25);
        Assert.Equal(expected, Score("the cat sat on the mat", "the cat is on the mat"), 12);
    }

    [Fact]
    public void A_gram_counts_no_more_often_than_in_one_reference()
    {
        // Papineni's example: 'the' stands twice in the reference, so two of seven count.
        double expected = Math.Pow(2 / 7.0 * (0.1 / 6) * (0.1 / 5) * (0.1 / 4), 0.25);
        Assert.Equal(expected, Score("the the the the the the the", "the cat is on the mat"), 12);
        Assert.Equal(expected, Score("the the the the the the the", "the cat is on the mat", "on the mat the cat is"), 12);
    }

    [Fact]
    public void A_text_shorter_than_the_nearest_reference_loses()
    {
        Assert.Equal(Math.Exp(1 - (6 / 2.0)), Score("the cat", "the cat is on the mat"), 12);
        Assert.Equal(1, Score("the cat", "the cat is on the mat", "a cat", "the cat"), 12);
    }

    [Fact]
    public void A_text_without_a_word_in_common_scores_nothing() => Assert.Equal(0, Score("dogs bark", "the cat is on the mat"));

    [Fact]
    public void A_fifth_of_few_texts_is_scored_against_the_others()
    {
        string[][] texts = [["a", "b"], ["c", "d"], ["a", "b"], ["x", "y"], ["z", "z"]];
        Assert.Equal(1, SelfBleu.Of(texts)!.Value, 12);
        Assert.Equal(0, SelfBleu.Of(texts.Reverse()));
        Assert.Null(SelfBleu.Of([["a"], []]));
    }

    [Fact]
    public void The_exponent_is_the_slope_between_doubled_lengths()
    {
        // 100, 150 and 225 different words among 100, 200 and 400: each doubling makes half as many again.
        string[] words = [.. Numbered(0, 100), .. Numbered(100, 50), .. Numbered(0, 50), .. Numbered(150, 75), .. Numbered(0, 100), .. Numbered(0, 25)];
        Assert.Equal(Math.Log(1.5) / Math.Log(2), WordGrowth.Of([words]).Exponent!.Value, 12);
    }

    [Fact]
    public void Words_that_never_repeat_grow_with_exponent_one_and_few_words_with_none()
    {
        WordGrowth growth = WordGrowth.Of(Numbered(0, 1_200).Chunk(7));
        Assert.Equal(1, growth.Exponent!.Value, 12);
        Assert.Equal(1_000, growth.At(1_000));
        Assert.Null(growth.At(10_000));
        Assert.Null(WordGrowth.Of(Numbered(0, 399).Chunk(7)).Exponent);
        Assert.Equal(0, WordGrowth.Of(Enumerable.Repeat<string[]>(["again", "again"], 500)).Exponent!.Value, 12);
    }

    [Fact]
    public void Repeats_are_counted_letter_by_letter_by_form_and_by_grams()
    {
        var texts = new MeasuredTexts(
        [
            "The printer on the second floor is out of paper.",
            "the printer on the second floor is out of paper",
            "The printer on the second floor is out of papers.",
            "Nothing like it.",
        ]);
        Assert.Equal(4, TextRepeats.NearRowsOf(texts));
        Assert.Equal(new TextRepeats(Distinct: 1, Duplicates: 0.25, NearDuplicates: 0.25), TextRepeats.Of(texts, 4));
        Assert.Equal(new TextRepeats(Distinct: 1, Duplicates: 0.25, NearDuplicates: 0), TextRepeats.Of(texts, 2));
    }

    [Fact]
    public void Near_duplicates_are_looked_for_in_ten_thousand_rows_or_two_million_characters()
    {
        Assert.Equal(10_000, TextRepeats.NearRowsOf(new MeasuredTexts(Numbered(0, 12_000))));
        Assert.Equal(20, TextRepeats.NearRowsOf(new MeasuredTexts(Enumerable.Repeat(new string('a', 100_000), 30))));
        Assert.Equal(1, TextRepeats.NearRowsOf(new MeasuredTexts([new string('a', 3_000_000)])));
    }

    private static double Score(string text, params string[] references) =>
        new BleuReferences([.. references.Select(reference => reference.Split(' '))]).Score(text.Split(' '));

    private static IEnumerable<string> Numbered(int first, int count) => Enumerable.Range(first, count).Select(number => $"w{number}");
}
