namespace SynthData.Tests.Sources.Local.Entities;

public class TextTests
{
    private const int Rows = 3_000;

    [Theory]
    [InlineData("en-US", "^[A-Z][a-zM ]+\\.$")]
    [InlineData("de-DE", "^[A-Z][A-Za-zäöüßÄÖÜ ]+\\.$")]
    [InlineData("fr-FR", "^[A-Z][a-zéèêàâçôùûî' ]+\\.$")]
    [InlineData("nl-NL", "^[A-Z][a-zëéè' ]+\\.$")]
    [InlineData("ru-RU", "^[А-Я][а-яё ]+\\.$")]
    public void A_sentence_is_one_of_its_language(string locale, string form)
    {
        var cells = new EntityCells(locale);
        string[] sentences = cells.Of("text.sentence", Rows);

        Assert.All(sentences, text => Assert.Matches(form, text));
        Assert.InRange(sentences.Distinct().Count(), 2_000, Rows);
        Assert.All(cells.Of("text.paragraph", Rows), text =>
        {
            string[] parts = text.Split(". ");
            Assert.Equal(3, parts.Length);
            Assert.All(parts, part => Assert.Matches(form, part.TrimEnd('.') + "."));
        });
        Assert.All(cells.Of("text.word", Rows).Zip(cells.Of("text.hashtag", Rows)), pair =>
        {
            Assert.DoesNotContain(' ', pair.First);
            Assert.Matches("^#\\p{Ll}+$", pair.Second);
        });
    }

    [Fact]
    public void Filler_text_begins_with_capitals_and_ends_with_stops()
    {
        var cells = new EntityCells("en-US");

        Assert.All(cells.Of("text.lorem_sentence", Rows), text => Assert.Matches("^[A-Z][a-z]*( [a-z]+){4,8}\\.$", text));
        Assert.All(cells.Of("text.lorem_paragraph", Rows), text => Assert.Matches("^([A-Z][a-z]*( [a-z]+){4,8}\\. ){3}[A-Z][a-z]*( [a-z]+){4,8}\\.$", text));
        Assert.Equal(5, cells.Of("text.lorem_sentence", Rows).Select(text => text.Count(letter => letter == ' ')).Distinct().Count());
    }
}
