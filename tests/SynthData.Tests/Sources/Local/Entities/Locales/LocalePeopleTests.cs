using SynthData.Schema;
using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Sources.Local.Entities.Locales;

public class LocalePeopleTests
{
    private const int Rows = 2_000;

    public static TheoryData<string> Named => [.. SynthData.Catalogue.Locales.Named];

    public static TheoryData<string> Deep => [.. SynthData.Catalogue.Locales.Deep];

    [Theory]
    [MemberData(nameof(Named))]
    public void All_cells_of_a_row_tell_of_one_person(string locale)
    {
        var cells = new EntityCells(locale, generator: 2);
        PersonNames names = EntityWords.For(locale, generator: 2).People;
        string[] sex = cells.Of("person.sex", Rows);
        string[] first = cells.Of("person.first_name", Rows);
        string[] last = cells.Of("person.last_name", Rows);
        string[] full = cells.Of("person.full_name", Rows);
        string[] middle = locale == "ru-RU" ? cells.Of("person.middle_name", Rows) : [];
        string[] email = cells.Of("person.email", Rows);
        string[] user = cells.Of("person.username", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.Contains(first[row], sex[row] == "F" ? names.Female : names.Male);
            Assert.Equal(
                locale switch
                {
                    "ja-JP" or "zh-CN" => $"{last[row]}{first[row]}",
                    "ru-RU" => $"{last[row]} {first[row]} {middle[row]}",
                    _ => $"{first[row]} {last[row]}",
                },
                full[row]);
            Assert.Matches("^[a-z]+[._]?[a-z]+@example\\.(com|org|net)$", email[row]);
            Assert.Matches("^[a-z]+[._]?[a-z]+[0-9]{0,2}$", user[row]);
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Names_differ_within_their_list_and_have_a_spelling_in_Latin_letters(string locale)
    {
        PersonNames names = EntityWords.For(locale, generator: 2).People;

        Assert.Equal(names.Female.Length, names.Female.Distinct().Count());
        Assert.Equal(names.Male.Length, names.Male.Distinct().Count());
        Assert.Equal(names.Last.Count, names.Last.Pool.Texts.Distinct().Count());
        Assert.All(Enumerable.Range(0, names.First.Count), code => Assert.Matches("^[a-z]+$", names.FirstHandles[code].ToString()));
        Assert.All(Enumerable.Range(0, names.Family.Count), code => Assert.Matches("^[a-z]+$", names.LastHandles[code].ToString()));
        Assert.All(names.First.Texts.Concat(names.Family.Texts), name => Assert.Matches("^\\p{L}[\\p{L}\\p{M}'’ -]*$", name));
    }

    [Theory]
    [InlineData("en-US", 300, 800)]
    [InlineData("de-DE", 300, 500)]
    [InlineData("fr-FR", 230, 400)]
    [InlineData("ru-RU", 100, 350)]
    [InlineData("nl-NL", 350, 400)]
    [InlineData("en-GB", 150, 400)]
    [InlineData("es-ES", 120, 250)]
    [InlineData("it-IT", 150, 250)]
    [InlineData("pl-PL", 150, 300)]
    [InlineData("pt-BR", 120, 100)]
    [InlineData("tr-TR", 100, 250)]
    [InlineData("ja-JP", 80, 180)]
    [InlineData("zh-CN", 70, 100)]
    public void Names_are_many(string locale, int first, int last)
    {
        PersonNames names = EntityWords.For(locale, generator: 2).People;

        Assert.True(names.Female.Length >= first && names.Male.Length >= first && names.Last.Count >= last);
    }

    [Fact]
    public void Russian_last_names_and_patronymics_have_the_form_of_the_sex()
    {
        var cells = new EntityCells("ru-RU", generator: 2);
        string[] sex = cells.Of("person.sex", Rows);
        string[] last = cells.Of("person.last_name", Rows);
        string[] middle = cells.Of("person.middle_name", Rows);

        for (int row = 0; row < Rows; row++)
        {
            Assert.Matches(sex[row] == "F" ? "(ова|ева|ёва|ина|ына|ая)$" : "(ов|ев|ёв|ин|ын|ий|ой|ый)$", last[row]);
            Assert.Matches(sex[row] == "F" ? "(овна|евна|ична|инична)$" : "(ович|евич|ич)$", middle[row]);
        }
    }

    [Theory]
    [InlineData("ru-RU", "Иванов", "Иванова")]
    [InlineData("ru-RU", "Троицкий", "Троицкая")]
    [InlineData("ru-RU", "Толстой", "Толстая")]
    [InlineData("pl-PL", "Wiśniewski", "Wiśniewska")]
    [InlineData("pl-PL", "Nowak", "Nowak")]
    public void A_family_s_name_is_the_same_word_for_both_sexes(string locale, string man, string woman)
    {
        var cells = new EntityCells(locale, generator: 2);
        long[] rows = [.. Enumerable.Range(0, 20_000).Select(row => (long)row)];
        sbyte[] men = [.. rows.Select(_ => Sex.Male)];
        sbyte[] women = [.. rows.Select(_ => Sex.Female)];
        string[] asMen = cells.Of("person.last_name", rows, [], men);
        string[] asWomen = cells.Of("person.last_name", rows, [], women);

        int[] found = [.. Enumerable.Range(0, rows.Length).Where(row => asMen[row] == man)];
        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Equal(woman, asWomen[row]));
    }

    [Theory]
    [InlineData("ja-JP", "佐藤", "sato")]
    [InlineData("zh-CN", "欧阳", "ouyang")]
    [InlineData("ru-RU", "Щербаков", "shcherbakov")]
    [InlineData("de-DE", "Müller", "mueller")]
    [InlineData("tr-TR", "Yıldız", "yildiz")]
    public void Addresses_spell_names_in_plain_letters(string locale, string name, string plain)
    {
        PersonNames names = EntityWords.For(locale, generator: 2).People;

        Assert.Equal(plain, names.LastHandles[names.Family.Texts.IndexOf(name)].ToString());
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void A_job_belongs_to_the_department_and_its_form_to_the_sex(string locale)
    {
        var cells = new EntityCells(locale, generator: 2);
        string[] sex = cells.Of("person.sex", Rows);
        string[] department = cells.Of("person.department", Rows);
        string[] title = cells.Of("person.job_title", Rows);
        var known = new Dictionary<(string, string), HashSet<string>>();
        foreach ((_, string line) in WordFile.Read($"{locale}-jobs").Section("jobs"))
        {
            string[] halves = line.Split(": ");
            known[(halves[0], "F")] = [.. halves[1].Split(", ").Select(entry => entry.Split('|')[^1])];
            known[(halves[0], "M")] = [.. halves[1].Split(", ").Select(entry => entry.Split('|')[0])];
        }

        Assert.All(Enumerable.Range(0, Rows), row => Assert.Contains(title[row], known[(department[row], sex[row])]));
        Assert.True(title.Distinct().Count() > 50);
    }

    // The weights in the lists are the chances: a chi-square over the commonest names, the rest together, at a fixed seed.
    [Theory]
    [InlineData("en-US", "last")]
    [InlineData("de-DE", "last")]
    [InlineData("fr-FR", "last")]
    [InlineData("nl-NL", "last")]
    [InlineData("en-GB", "last")]
    public void Last_names_are_as_frequent_as_their_weights_say(string locale, string section)
    {
        const int count = 200_000;
        const int classes = 50;
        var entries = WordFile.Read(WordLists.File(locale, "people", generator: 2)).Entries(section).OrderByDescending(entry => entry.Weight).ToArray();
        double total = entries.Sum(entry => entry.Weight);
        var seen = new EntityCells(locale, seed: 11, generator: 2).Of("person.last_name", count).CountBy(name => name).ToDictionary();

        double chi = 0;
        double restExpected = count;
        int restSeen = count;
        foreach ((string name, long weight) in entries.Take(classes))
        {
            double expected = count * weight / total;
            int found = seen.GetValueOrDefault(name);
            chi += (found - expected) * (found - expected) / expected;
            (restExpected, restSeen) = (restExpected - expected, restSeen - found);
        }

        chi += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
        Assert.InRange(chi, 20, 86.7);                          // 50 degrees of freedom: 0.999 quantile 86.7
    }

    // What stands behind the heads of a list is there for variety and must not read like every third row.
    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ru-RU")]
    [InlineData("nl-NL")]
    [InlineData("es-ES")]
    [InlineData("it-IT")]
    [InlineData("pl-PL")]
    [InlineData("pt-BR")]
    [InlineData("tr-TR")]
    public void The_rarest_names_are_rare_together(string locale)
    {
        WordFile file = WordFile.Read(WordLists.File(locale, "people", generator: 2));
        foreach (string section in (string[])["female", "male", "last", "last-female", "middle-male"])
        {
            if (!file.Has(section))
                continue;
            long total = file.Entries(section).Sum(entry => entry.Weight);
            long least = file.Entries(section).Min(entry => entry.Weight);
            double share = (double)file.Entries(section).Where(entry => entry.Weight == least).Sum(entry => entry.Weight) / total;
            Assert.InRange(share, 0, section.StartsWith("last", StringComparison.Ordinal) ? 0.25 : 0.05);
        }
    }

    [Fact]
    public void The_second_generator_has_more_names_and_the_first_keeps_its_own()
    {
        foreach (string locale in (string[])["en-US", "nl-NL"])
        {
            Assert.True(EntityWords.For(locale, generator: 2).People.Last.Count > 2 * EntityWords.For(locale, generator: 1).People.Last.Count);
            Assert.Same(EntityWords.For(locale, generator: 2), EntityWords.For(locale, SchemaLimits.NewestGenerator));
        }

        Assert.Equal(new EntityCells("ja-JP", generator: 1).Of("person.sex", 10).Length, new EntityCells("ja-JP", generator: 2).Of("person.sex", 10).Length);
        Assert.Equal(EntityWords.For("de-DE", generator: 1).People.First.Texts, EntityWords.For("de-DE", generator: 2).People.First.Texts);
        Assert.Equal(180, EntityWords.For("nl-NL", generator: 1).Places.Places.Length);
    }
}
