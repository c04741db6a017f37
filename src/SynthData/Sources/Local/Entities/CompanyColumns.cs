using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of the entity <c>company</c>.</summary>
internal static class CompanyColumns
{
    /// <summary>Gives the column of a type, or null for a type that is not a company's.</summary>
    public static EntityColumn? For(string type, string locale, int generator, StreamKey stream)
    {
        EntityWords words = EntityWords.For(locale, generator);
        var company = new CompanyEntity(stream, words);
        return type switch
        {
            "company.name" => new ComposedColumn(company.Name),
            "company.suffix" => new PooledColumn(words.Companies.Suffixes.Pool, company.Suffix),
            "company.industry" => new PooledColumn(words.Companies.Industries.Pool, company.Industry),
            "company.domain" => new ComposedColumn(company.Domain),
            "company.email" => new ComposedColumn(company.Email),
            _ => null,
        };
    }
}
