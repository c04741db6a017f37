using System.Collections.Concurrent;
using SynthData.Catalogue;

namespace SynthData.Sources.Local.Entities;

/// <summary>The words of one locale under one generator, each list read when first asked for. Thread-safe.</summary>
internal sealed class EntityWords
{
    private static readonly ConcurrentDictionary<(string Locale, int Generator), EntityWords> All = new();

    private readonly Lazy<PersonNames> people;
    private readonly Lazy<JobTitles> jobs;
    private readonly Lazy<PlaceTable> places;
    private readonly Lazy<CompanyWords> companies;
    private readonly Lazy<PlainWords> plain;
    private readonly Lazy<IPhoneFormat> phones;

    private EntityWords(string locale, int generator)
    {
        string File(string topic) => WordLists.File(locale, topic, generator);
        Locale = locale;
        people = new(() => new PersonNames(locale, WordFile.Read(File("people"))));
        jobs = new(() => new JobTitles(WordFile.Read(File("jobs"))));
        places = new(() => new PlaceTable(PlaceFormat.Of(locale), WordFile.Lines(File("places")), WordFile.Read(File("streets"))));
        companies = new(() => new CompanyWords(WordFile.Read(File("companies"))));
        plain = new(() => new PlainWords(WordFile.Read(File("words"))));
        phones = new(() => locale switch
        {
            "en-US" => new AmericanPhones(),
            "nl-NL" => new DutchPhones(),
            _ => new PatternPhones(WordFile.Read(File("phones"))),
        });
    }

    public string Locale { get; }

    public PersonNames People => people.Value;

    public JobTitles Jobs => jobs.Value;

    public PlaceTable Places => places.Value;

    public CompanyWords Companies => companies.Value;

    public PlainWords Plain => plain.Value;

    public IPhoneFormat Phones => phones.Value;

    /// <summary>Gives the words of a locale that the catalogue lists.</summary>
    public static EntityWords For(string locale, int generator) => Locales.Named.Contains(locale)
        ? All.GetOrAdd((locale, Math.Min(generator, WordLists.Newest)), key => new EntityWords(key.Locale, key.Generator))
        : throw new ArgumentException($"There are no words for the locale '{locale}'.", nameof(locale));
}
