using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of the entity <c>internet</c>; e-mail and user name are the person's.</summary>
internal static class InternetColumns
{
    private static readonly Lazy<WeightedTexts> Agents = new(() =>
        new WeightedTexts(WordFile.Read("user-agents").Section("").Select(line => (line.Text, line.Weight))));

    /// <summary>Gives the column of a type, or null for a type that is not one of these.</summary>
    public static EntityColumn? For(string type, string locale, int generator, StreamKey stream)
    {
        bool isWords = type is "internet.domain" or "internet.url" or "internet.slug";
        var internet = new InternetEntity(stream, isWords ? EntityWords.For(locale, generator).Plain : null);
        return type switch
        {
            "internet.domain" => new ComposedColumn(internet.Domain),
            "internet.url" => new ComposedColumn(internet.Url),
            "internet.slug" => new ComposedColumn(internet.Slug),
            "internet.ipv4" => new ComposedColumn(internet.Ipv4),
            "internet.ipv6" => new ComposedColumn(internet.Ipv6),
            "internet.mac" => new ComposedColumn(internet.Mac),
            "internet.user_agent" => new PooledColumn(Agents.Value.Pool, (in rows, index) => internet.Agent(rows, index, Agents.Value)),
            _ => null,
        };
    }
}
