namespace SynthData.Sources.Local.Entities.Nationals;

/// <summary>A kind of number that a country gives to people.</summary>
internal abstract class NationalNumber
{
    /// <summary>Different numbers for people of one sex.</summary>
    public abstract long Capacity { get; }

    /// <summary>Writes the number of a place below <see cref="Capacity"/>; different places give different numbers.</summary>
    public abstract void Add(bool isMale, long place, ref CellWriter writer);

    /// <summary>The number by which a person is known in the locale's country.</summary>
    public static NationalNumber Of(string locale) => locale switch
    {
        "en-US" => new SocialSecurityNumber(),
        "de-DE" => new GermanTaxNumber(),
        "fr-FR" => new FrenchRegisterNumber(),
        "nl-NL" => new DutchServiceNumber(),
        "ru-RU" => new RussianPensionNumber(),
        "en-GB" => new BritishInsuranceNumber(),
        "es-ES" => new SpanishIdentityNumber(),
        "pl-PL" => new PolishRegisterNumber(),
        "tr-TR" => new TurkishIdentityNumber(),
        "pt-BR" => new BrazilianRegisterNumber(),
        _ => throw new ArgumentException($"No national number is known for the locale '{locale}'.", nameof(locale)),
    };

    /// <summary>The number a person has for taxes, where it is another.</summary>
    public static NationalNumber TaxOf(string locale) => locale switch
    {
        "fr-FR" => new FrenchTaxNumber(),
        "ru-RU" => new RussianTaxNumber(),
        _ => throw new ArgumentException($"No tax number is known for the locale '{locale}'.", nameof(locale)),
    };

    /// <summary>The number of a passport.</summary>
    public static NationalNumber PassportOf(string locale) => new PassportNumber(locale);

    /// <summary>Whether the national number is what a person has for taxes too.</summary>
    public static bool IsTaxNumber(string locale) => locale is not ("fr-FR" or "ru-RU");
}
