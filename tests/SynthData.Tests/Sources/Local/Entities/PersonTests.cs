using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities;

public class PersonTests
{
    private const int Rows = 5_000;

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void All_cells_of_a_row_tell_of_one_person(string locale)
    {
        var cells = new EntityCells(locale);
        PersonNames names = EntityWords.For(locale, generator: 1).People;
        string[] sex = cells.Of("person.sex", Rows);
        string[] first = cells.Of("person.first_name", Rows);
        string[] last = cells.Of("person.last_name", Rows);
        string[] full = cells.Of("person.full_name", Rows);
        string[] honorific = cells.Of("person.honorific", Rows);
        string[] email = cells.Of("person.email", Rows);
        string[] user = cells.Of("person.username", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.Contains(first[row], sex[row] == "F" ? names.Female : names.Male);
            Assert.Equal($"{first[row]} {last[row]}", full[row]);
            Assert.Equal(sex[row] == "M", honorific[row] is "Mr." or "dhr.");
            string handle = AsciiFold.Fold(last[row]);
            char initial = AsciiFold.Fold(first[row])[0];
            Assert.Matches($"^{initial}[a-z]*[._]?{handle}@example\\.(com|org|net)$", email[row]);
            Assert.Matches($"^{initial}[a-z]*[._]?{handle}[0-9]{{0,2}}$", user[row]);
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void The_address_is_the_same_by_whatever_name_it_is_asked(string locale)
    {
        var cells = new EntityCells(locale);
        Assert.Equal(cells.Of("person.email", 100), cells.Of("contact.email", 100));
        Assert.Equal(cells.Of("person.email", 100), cells.Of("internet.email", 100));
        Assert.Equal(cells.Of("person.username", 100), cells.Of("internet.username", 100));
    }

    [Fact]
    public void A_given_sex_decides_the_name_and_what_follows_from_it()
    {
        var cells = new EntityCells("nl-NL");
        long[] rows = [0, 1, 2, 3, 4, 5];
        sbyte[] sexes = [0, 1, 0, 1, Sex.Unknown, Sex.Unknown];
        PersonNames names = EntityWords.For("nl-NL", generator: 1).People;
        string[] first = cells.Of("person.first_name", rows, [], sexes);

        Assert.Equal(["F", "M", "F", "M"], cells.Of("person.sex", rows, [], sexes)[..4]);
        Assert.Equal(cells.Of("person.sex", 6)[4..], cells.Of("person.sex", rows, [], sexes)[4..]);
        Assert.All([0, 2], row => Assert.Contains(first[row], names.Female));
        Assert.All([1, 3], row => Assert.Contains(first[row], names.Male));
        Assert.All(rows, row => Assert.StartsWith(first[row], cells.Of("person.full_name", rows, [], sexes)[row]));
    }

    [Theory]
    [InlineData("F", 0)]
    [InlineData("female", 0)]
    [InlineData("Vrouw", 0)]
    [InlineData("v", 0)]
    [InlineData("M", 1)]
    [InlineData("Male", 1)]
    [InlineData("man", 1)]
    public void A_sex_is_read_from_a_letter_or_a_word(string text, int sex)
    {
        Assert.True(Sex.TryRead(text, generator: 1, out sbyte read));
        Assert.Equal(sex, read);
        Assert.True(Sex.TryRead(text, generator: 2, out read));
        Assert.Equal(sex, read);
    }

    [Theory]
    [InlineData("Weiblich", 0)]
    [InlineData("Männlich", 1)]
    [InlineData("femme", 0)]
    [InlineData("homme", 1)]
    [InlineData("Ж", 0)]
    [InlineData("мужской", 1)]
    [InlineData("Kobieta", 0)]
    [InlineData("男", 1)]
    public void The_second_generator_reads_the_languages_of_the_other_locales(string text, int sex)
    {
        Assert.False(Sex.TryRead(text, generator: 1, out _));
        Assert.True(Sex.TryRead(text, generator: 2, out sbyte read));
        Assert.Equal(sex, read);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("unknown to all of us")]
    public void Another_text_is_no_sex(string text) => Assert.False(Sex.TryRead(text, generator: 2, out _));

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void The_sexes_are_half_each(string locale)
    {
        int women = new EntityCells(locale).Of("person.sex", 100_000).Count(sex => sex == "F");

        Assert.InRange(women, 49_200, 50_800);
    }

    [Fact]
    public void Dutch_last_names_keep_their_small_words_small_and_together()
    {
        Assert.Contains("de Vries", EntityWords.For("nl-NL", generator: 1).People.Last.Pool.Texts);
        Assert.Contains("van den Berg", EntityWords.For("nl-NL", generator: 1).People.Last.Pool.Texts);
        Assert.Contains("in 't Veld", EntityWords.For("nl-NL", generator: 1).People.Last.Pool.Texts);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("nl-NL")]
    public void Names_are_many_differ_within_their_list_and_fold_to_letters_only(string locale)
    {
        PersonNames names = EntityWords.For(locale, generator: 1).People;

        Assert.True(names.Female.Length >= 100 && names.Male.Length >= 100 && names.Last.Count >= 150);
        Assert.Equal(names.First.Count, names.First.Texts.Distinct().Count());
        Assert.Equal(names.Last.Count, names.Last.Pool.Texts.Distinct().Count());
        Assert.All(Enumerable.Range(0, names.First.Count), code => Assert.Matches("^[a-z]+$", names.FirstHandles[code].ToString()));
        Assert.All(Enumerable.Range(0, names.Last.Count), code => Assert.Matches("^[a-z]+$", names.LastHandles[code].ToString()));
    }
}
