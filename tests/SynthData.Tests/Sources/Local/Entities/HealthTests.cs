namespace SynthData.Tests.Sources.Local.Entities;

public class HealthTests
{
    private const int Rows = 3_000;

    [Fact]
    public void Providers_have_numbers_that_are_right_behind_their_prefix()
    {
        Assert.True(Standards.Luhn("80840" + "1234567893"));
        Assert.False(Standards.Luhn("80840" + "1234567894"));
        var cells = new EntityCells("en-US");
        Assert.All([.. cells.Of("health.npi", Rows), .. cells.Unique("health.npi", [0, 199_999_999])], text =>
        {
            Assert.Matches("^[12][0-9]{9}$", text);
            Assert.True(Standards.Luhn("80840" + text), text);
        });
    }

    [Theory]
    [InlineData("en-US", "I10", "high blood pressure", "M01AE01", "ibuprofen", "tablet")]
    [InlineData("de-DE", "I10", "Bluthochdruck", "M01AE01", "Ibuprofen", "Tablette")]
    [InlineData("fr-FR", "J45", "asthme", "N02BE01", "paracétamol", "comprimé")]
    [InlineData("nl-NL", "M54", "rugpijn", "R03AC02", "salbutamol", "inhalator")]
    [InlineData("ru-RU", "J11", "грипп", "A10BA02", "метформин", "таблетки")]
    public void Codes_and_words_of_a_diagnosis_and_of_a_drug_agree(string locale, string icd, string diagnosis, string atc, string drug, string form)
    {
        var cells = new EntityCells(locale);
        (string, string)[] diagnoses = [.. cells.Of("health.icd10_code", Rows).Zip(cells.Of("health.diagnosis", Rows))];
        (string, string, string)[] drugs = [.. cells.Of("health.atc_code", Rows).Zip(cells.Of("health.drug", Rows), cells.Of("health.drug_form", Rows))];

        Assert.Contains((icd, diagnosis), diagnoses);
        Assert.Contains((atc, drug, form), drugs);
        Assert.All(diagnoses, pair => Assert.Matches("^[A-Z][0-9]{2}$", pair.Item1));
        Assert.All(drugs, drugs => Assert.Matches("^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$", drugs.Item1));
        Assert.Equal(drugs.Select(row => row.Item1).Distinct().Count(), drugs.Distinct().Count());
    }

    [Fact]
    public void Blood_groups_are_as_frequent_as_among_donors()
    {
        string[] blood = new EntityCells("en-US").Of("health.blood_type", 50_000);

        Assert.InRange(blood.Count(type => type == "O+"), 18_200, 19_200);
        Assert.InRange(blood.Count(type => type == "AB-"), 220, 390);
        Assert.Equal(8, blood.Distinct().Count());
    }
}
