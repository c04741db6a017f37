using SynthData.Catalogue;
using SynthData.Numerics;
using SynthData.Sources.Local.Entities.Commerce;
using SynthData.Sources.Local.Entities.Finance;
using SynthData.Sources.Local.Entities.Nationals;
using SynthData.Sources.Local.Entities.Transport;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the column of any semantic type.</summary>
internal static class EntityColumns
{
    /// <summary>Makes a column's filler.</summary>
    /// <param name="type">A type of the catalogue.</param>
    /// <param name="locale">One of the type's locales.</param>
    /// <param name="generator">Decides which lists the locale has.</param>
    /// <param name="stream">The stream <see cref="SemanticType.StreamName"/> of the row's table: columns that share it tell of one entity.</param>
    public static EntityColumn For(SemanticType type, string locale, int generator, StreamKey stream)
    {
        EntityColumn? column = type.Entity switch
        {
            "person" when NationalColumns.For(type.Name, locale, stream) is { } number => number,
            "person" => PersonColumns.For(type.Name, locale, generator, stream),
            "place" => PlaceColumns.For(type.Name, locale, generator, stream),
            "contact" => ContactColumns.For(type.Name, locale, generator, stream),
            "company" => CompanyColumns.For(type.Name, locale, generator, stream),
            "internet" => InternetColumns.For(type.Name, locale, generator, stream),
            "digest" => DigestColumns.For(type.Name, stream),
            "network" => NetworkColumns.For(type.Name, stream),
            "file" => FileColumns.For(type, locale, stream),
            "software" => SoftwareColumns.For(type.Name, stream),
            "commit" => CommitColumns.For(type.Name, stream),
            "device" => DeviceColumns.For(type, locale, stream),
            "account" => AccountColumns.For(type.Name, locale, stream),
            "card" => CardColumns.For(type, locale, stream),
            "security" => SecurityColumns.For(type.Name, stream),
            "business" => BusinessColumns.For(type.Name, locale, stream),
            "product" => ProductColumns.For(type, locale, stream),
            "article" => ArticleColumns.For(type.Name, stream),
            "text" => TextColumns.For(type, locale, stream),
            "span" => SpanColumns.For(type.Name, stream),
            "vehicle" => VehicleColumns.For(type, locale, stream),
            "flight" => FlightColumns.For(type, locale, stream),
            "freight" => FreightColumns.For(type.Name, stream),
            "treatment" => HealthColumns.For(type.Name, stream),
            _ => RecordColumns.For(type, locale, stream),
        };
        return column ?? throw new InvalidOperationException($"No entity makes the type '{type.Name}'.");
    }
}
