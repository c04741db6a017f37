using SynthData.Sources.Local.Entities;

namespace SynthData.Tests.Language;

/// <summary>Several people in a row, weights of sexes, and locales that a column decides.</summary>
public class SemanticTests
{
    private const int Rows = 3_000;

    [Fact]
    public async Task Columns_of_one_name_tell_of_one_person_and_others_of_another()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            buyer: { semantic: person.full_name, of: buyer }
            buyer_first: { semantic: person.first_name, of: buyer }
            seller: { semantic: person.full_name, of: seller }
            seller_first: { semantic: person.first_name, of: seller }
            name: { semantic: person.full_name }
            first: { semantic: person.first_name }
            """, Rows));

        foreach (string?[] row in made.Rows("buyer", "buyer_first", "seller", "seller_first", "name", "first"))
        {
            Assert.StartsWith(row[1]! + " ", row[0], StringComparison.Ordinal);
            Assert.StartsWith(row[3]! + " ", row[2], StringComparison.Ordinal);
            Assert.StartsWith(row[5]! + " ", row[4], StringComparison.Ordinal);
        }

        Assert.InRange(made.Rows("buyer", "seller").Count(row => row[0] == row[1]), 0, 20);
        Assert.InRange(made.Rows("buyer", "name").Count(row => row[0] == row[1]), 0, 20);
    }

    [Fact]
    public async Task A_place_of_another_name_is_another_place_and_whole()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            from: { semantic: place.city, of: origin, locale: de-DE }
            from_code: { semantic: place.postcode, of: origin, locale: de-DE }
            to: { semantic: place.city, of: goal, locale: de-DE }
            to_code: { semantic: place.postcode, of: goal, locale: de-DE }
            """, Rows));
        ILookup<string, Place> places = EntityWords.For("de-DE", generator: 2).Places.Places.ToLookup(place => place.City);

        foreach (string?[] row in made.Rows("from", "from_code", "to", "to_code"))
        {
            Assert.Contains(places[row[0]!], place => place.Postcodes.Contains(row[1]!));
            Assert.Contains(places[row[2]!], place => place.Postcodes.Contains(row[3]!));
        }

        Assert.InRange(made.Rows("from", "to").Count(row => row[0] != row[1]), Rows * 3 / 4, Rows);
    }

    [Fact]
    public async Task A_new_person_leaves_the_others_as_they_are()
    {
        const string one = "name: { semantic: person.full_name }\nbuyer: { semantic: person.full_name, of: buyer }";
        MadeTable alone = await Made.RowsAsync(Made.Items(one));
        MadeTable together = await Made.RowsAsync(Made.Items("seller: { semantic: person.email, of: seller, unique: true }\n" + one));

        Assert.Equal(alone["name"], together["name"]);
        Assert.Equal(alone["buyer"], together["buyer"]);
        Assert.Equal(together.Count, together["seller"].Distinct().Count());
    }

    [Fact]
    public async Task Sexes_are_drawn_by_their_weights_and_the_rest_of_the_person_follows()
    {
        const int count = 20_000;
        MadeTable made = await Made.RowsAsync(Made.Items("""
            sex: { semantic: person.sex, values: { F: 30, M: 70 } }
            first: { semantic: person.first_name }
            title: { semantic: person.honorific }
            other: { semantic: person.sex, of: other }
            """, count));
        PersonNames names = EntityWords.For("en-US", generator: 2).People;

        double error = Math.Sqrt(count * 0.3 * 0.7);
        Assert.InRange(made["sex"].Count(sex => sex == "F"), (0.3 * count) - (4 * error), (0.3 * count) + (4 * error));
        Assert.InRange(made["other"].Count(sex => sex == "F"), (0.5 * count) - (4 * error), (0.5 * count) + (4 * error));
        foreach (string?[] row in made.Rows("sex", "first", "title"))
        {
            Assert.Contains(row[1], row[0] == "F" ? names.Female : names.Male);
            Assert.Equal(row[0] == "M", row[2] == "Mr." || (row[2] == "Dr." && row[0] == "M"));
        }
    }

    [Fact]
    public async Task Weights_of_a_sex_may_depend_on_another_column()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            job: { values: [nurse, smith, clerk] }
            sex: { semantic: person.sex, of: worker, given: job, values: { nurse: { F: 9, M: 1 }, smith: { M: 1 }, else: { F: 1, M: 1 } } }
            first: { semantic: person.first_name, of: worker, locale: nl-NL }
            """, 6_000));
        PersonNames names = EntityWords.For("nl-NL", generator: 2).People;
        ILookup<string?, string?> sexes = made.Rows("job", "sex").ToLookup(row => row[0], row => row[1]);

        Assert.All(sexes["smith"], sex => Assert.Equal("M", sex));
        Assert.InRange(sexes["nurse"].Count(sex => sex == "F") / (double)sexes["nurse"].Count(), 0.87, 0.93);
        Assert.InRange(sexes["clerk"].Count(sex => sex == "F") / (double)sexes["clerk"].Count(), 0.45, 0.55);
        Assert.All(made.Rows("sex", "first"), row => Assert.Contains(row[1], row[0] == "F" ? names.Female : names.Male));
    }

    [Fact]
    public async Task Where_a_weighted_sex_is_null_the_person_still_has_one()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            sex: { semantic: person.sex, values: { F: 1, M: 0 }, nulls: 30% }
            first: { semantic: person.first_name }
            """, Rows));
        PersonNames names = EntityWords.For("en-US", generator: 2).People;

        Assert.InRange(made["sex"].Count(sex => sex is null), Rows / 4, Rows / 3);
        Assert.All(made.Rows("sex", "first").Where(row => row[0] is not null), row => Assert.Contains(row[1], names.Female));
        Assert.Contains(made.Rows("sex", "first"), row => row[0] is null && !names.Female.Contains(row[1]!));
    }

    [Fact]
    public async Task What_is_given_for_the_sake_of_nulls_follows_the_sex_of_the_person_all_the_same()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            plan: { values: [free, paid] }
            sex: { semantic: person.sex, values: { F: 1, M: 1 } }
            first: { semantic: person.first_name, given: plan, nulls: { free: 50%, else: 0% } }
            city: { semantic: place.city, given: plan, nulls: { free: 100%, else: 0% } }
            """));
        PersonNames names = EntityWords.For("en-US", generator: 2).People;

        Assert.All(made.Rows("sex", "first").Where(row => row[1] is not null), row => Assert.Contains(row[1], row[0] == "F" ? names.Female : names.Male));
        Assert.All(made.Rows("plan", "first", "city"), row => Assert.Equal((row[0] == "free", true), (row[2] is null, row[0] == "free" || row[1] is not null)));
    }

    [Fact]
    public async Task The_first_generator_still_overlooks_a_given_that_decides_nothing()
    {
        string schema = Made.Items("b: { values: [DE, FR] }\na: { semantic: place.city, given: b }\nc: { semantic: place.city }")
            .Replace("synthdata: 1\n", "synthdata: 1\ngenerator: 1\n", StringComparison.Ordinal);
        MadeTable made = await Made.RowsAsync(schema);

        Assert.Equal(made["c"], made["a"]);
    }

    [Fact]
    public async Task A_sex_in_the_words_of_a_language_decides_the_name()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            geschlecht: { values: [weiblich, männlich] }
            name: { semantic: person.first_name, given: geschlecht, locale: de-DE }
            """));
        PersonNames names = EntityWords.For("de-DE", generator: 2).People;

        Assert.All(made.Rows("geschlecht", "name"), row => Assert.Contains(row[1], row[0] == "weiblich" ? names.Female : names.Male));
    }

    [Fact]
    public async Task A_column_decides_the_locale_of_each_row()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("""
            country: { values: { DE: 3, RU: 2, JP: 1, US: 1 } }
            name: { semantic: person.full_name, locale: { given: country, values: { DE: de-DE, RU: ru-RU, JP: ja-JP, else: en-US } } }
            first: { semantic: person.first_name, locale: { given: country, values: { DE: de-DE, RU: ru-RU, JP: ja-JP, else: en-US } } }
            mail: { semantic: person.email, unique: true, locale: { given: country, values: { DE: de-DE, RU: ru-RU, JP: ja-JP, else: en-US } } }
            phone: { semantic: contact.phone, unique: true, locale: { given: country, values: { RU: ru-RU, JP: ja-JP, else: en-US } } }
            code: { semantic: place.country_code, locale: { given: country, values: { DE: de-DE, RU: ru-RU, JP: ja-JP, else: en-US } } }
            """, Rows));

        Assert.Equal(made["country"], made["code"]);
        Assert.Equal(Rows, made["mail"].Distinct().Count());
        Assert.Equal(Rows, made["phone"].Distinct().Count());
        foreach (string?[] row in made.Rows("country", "name", "first", "phone"))
        {
            PersonNames names = EntityWords.For(row[0] switch { "DE" => "de-DE", "RU" => "ru-RU", "JP" => "ja-JP", _ => "en-US" }, generator: 2).People;
            Assert.Contains(row[2], names.First.Texts);
            Assert.Contains(row[2]!, row[1], StringComparison.Ordinal);
            Assert.StartsWith(row[0] switch { "RU" => "+7 9", "JP" => "0", _ => "(" }, row[3], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rows_of_one_locale_are_those_of_a_schema_that_names_it()
    {
        MadeTable mixed = await Made.RowsAsync(Made.Items(
            "country: { values: [DE, FR] }\na: { semantic: place.full_address, locale: { given: country, values: { DE: de-DE, FR: fr-FR } } }"));
        MadeTable german = await Made.RowsAsync(Made.Items("a: { semantic: place.full_address, locale: de-DE }"));
        MadeTable french = await Made.RowsAsync(Made.Items("a: { semantic: place.full_address, locale: fr-FR }"));

        for (int row = 0; row < mixed.Count; row++)
            Assert.Equal((mixed["country"][row] == "DE" ? german : french)["a"][row], mixed["a"][row]);
    }

    [Fact]
    public async Task The_locale_of_a_number_may_differ_too_and_a_parent_may_decide_it()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop("""
            shops: { rows: 20, key: id, columns: { id: { sequence: 1 }, land: { values: [DE, FR] } } }
            items:
              rows: 500
              columns:
                shop: { references: shops.id }
                land: { expr: shop.land }
                east: { semantic: place.longitude, locale: { given: shop.land, values: { DE: de-DE, FR: fr-FR } } }
                people: { semantic: place.population, type: int32, locale: { given: shop.land, values: { DE: de-DE, FR: fr-FR } } }
            """));
        var german = EntityWords.For("de-DE", generator: 2).Places.Places.Select(place => place.Population).ToHashSet();
        var french = EntityWords.For("fr-FR", generator: 2).Places.Places.Select(place => place.Population).ToHashSet();

        Assert.All(made.Rows("land", "people"), row => Assert.Contains(
            long.Parse(row[1]!, System.Globalization.CultureInfo.InvariantCulture), row[0] == "DE" ? german : french));
        Assert.True(made.Numbers("east").Where((_, row) => made["land"][row] == "FR").Min() < made.Numbers("east").Where((_, row) => made["land"][row] == "DE").Min());
    }
}
