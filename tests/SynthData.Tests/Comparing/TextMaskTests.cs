using SynthData.Comparing.Texts;

namespace SynthData.Tests.Comparing;

public class TextMaskTests
{
    [Theory]
    [InlineData("Hello, I met Anna Smith in Berlin yesterday.", "Hello, I met <name> in <name> yesterday.")]
    [InlineData("Order AB-1234 cost 12.50 and 3 items came.", "Order <name>-<number> cost <number> and <number> items came.")]
    [InlineData("Opened on 2024-01-31 at 10:15, closed 3 March 2024.", "Opened on <date> at <date>, closed <date>.")]
    [InlineData("It broke. Then it stopped! \"Why?\" she asked.", "It broke. Then it stopped! \"Why?\" she asked.")]
    [InlineData("Заказ от 5 марта отправлен в Казань.", "Заказ от <date> отправлен в <name>.")]
    [InlineData("First line\nSecond line, by O'Brien-Schmidt", "First line\nSecond line, by O'<name>")]
    [InlineData("", "")]
    public void Names_numbers_and_dates_are_masked_and_beginnings_of_sentences_stay(string text, string masked) => Assert.Equal(masked, TextMask.Of(text, []));

    [Fact]
    public void What_other_columns_hold_is_masked_as_whole_words_in_any_case_the_longest_first() =>
        Assert.Equal(
            "<name> is late; <name> has redone the red one.",
            TextMask.Of("trail runner 900 is late; dana has redone the red one.", ["Dana", "Trail Runner 900", "runner", "edo", "x"]));

    [Fact]
    public void A_word_of_a_category_is_masked_where_it_stands_alone() =>
        Assert.Equal("A <name> bike, not a redder one.", TextMask.Of("A red bike, not a redder one.", ["red"]));

    [Fact]
    public void Sentences_end_with_a_line_or_a_mark_before_a_blank()
    {
        Assert.Equal(["Version 2.5 is out.", "Really?", "Yes", "Bye…"], Sentences.Of("Version 2.5 is out. Really?\nYes\n\nBye…"));
        Assert.Empty(Sentences.Of(" ... "));
    }

    [Fact]
    public void The_commonest_sentence_counts_once_a_text_whatever_its_case()
    {
        string[] texts = ["Thank you. Thank you!", "My bike broke. thank you", "Hello.", "Good day."];
        Assert.Equal(0.5, Sentences.ShareOfCommonest(texts));
        Assert.Equal(0, Sentences.ShareOfCommonest(["", " "]));
    }
}
