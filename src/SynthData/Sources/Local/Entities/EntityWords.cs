namespace SynthData.Sources.Local.Entities;

/// <summary>The words of one locale, read when first asked for. Thread-safe.</summary>
internal sealed class EntityWords
{
    private static readonly EntityWords English = new("en-US");
    private static readonly EntityWords Dutch = new("nl-NL");

    private readonly Lazy<PersonNames> people;
    private readonly Lazy<PlaceTable> places;
    private readonly Lazy<CompanyWords> companies;
    private readonly Lazy<PlainWords> plain;
    private readonly Lazy<IPhoneFormat> phones;

    private EntityWords(string locale)
    {
        people = new(() => new PersonNames(locale));
        places = new(() => new PlaceTable(locale));
        companies = new(() => new CompanyWords(locale));
        plain = new(() => new PlainWords(locale));
        phones = new(() => locale == "nl-NL" ? new DutchPhones() : new AmericanPhones());
    }

    public PersonNames People => people.Value;

    public PlaceTable Places => places.Value;

    public CompanyWords Companies => companies.Value;

    public PlainWords Plain => plain.Value;

    public IPhoneFormat Phones => phones.Value;

    /// <summary>Gives the words of a locale that the catalogue lists.</summary>
    public static EntityWords For(string locale) => locale switch
    {
        "en-US" => English,
        "nl-NL" => Dutch,
        _ => throw new ArgumentException($"There are no words for the locale '{locale}'.", nameof(locale)),
    };
}
