namespace SynthData.Tests.Sources.Local.Entities;

public class ContactTests
{
    [Fact]
    public void American_numbers_are_those_set_aside_for_fiction()
    {
        Assert.All(new EntityCells("en-US").Of("contact.phone", 20_000), phone => Assert.Matches("^\\([2-9][0-9]{2}\\) 555-01[0-9]{2}$", phone));
    }

    [Fact]
    public void Dutch_numbers_have_ten_digits_mobile_or_with_an_area_code()
    {
        string[] phones = new EntityCells("nl-NL").Of("contact.phone", 20_000);

        // The area codes of three digits and of four are disjoint, as in the numbering plan.
        const string three = "0(1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9])";
        const string four = "0(1[1-35-9]|2[25-9]|3[1-24]|4[1789]|5[124-79])[0-9]";
        Assert.All(phones, phone => Assert.Matches($"^(06 [1-58][0-9]{{7}}|{three} [2-8][0-9]{{2}} [0-9]{{4}}|{four} [2-8][0-9]{{2}} [0-9]{{3}})$", phone));
        Assert.InRange(phones.Count(phone => phone.StartsWith("06", StringComparison.Ordinal)), 13_300, 14_200);
    }

    [Theory]
    [InlineData("en-US", 27_300)]
    [InlineData("nl-NL", 100_000)]
    public void Tagged_numbers_keep_the_form_and_no_two_are_alike(string locale, int count)
    {
        string[] phones = new EntityCells(locale).Unique("contact.phone", [.. Enumerable.Range(0, count).Select(tag => (long)tag)]);

        Assert.Equal(count, phones.Distinct().Count());
        Assert.All(phones, phone => Assert.Matches(locale == "en-US" ? "^\\([2-9][0-9]{2}\\) 555-01[0-9]{2}$" : "^06 [1-58][0-9]{7}$", phone));
    }
}
