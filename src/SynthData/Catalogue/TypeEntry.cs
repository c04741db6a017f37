using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Catalogue;

/// <summary>Shortens the entries of the catalogue.</summary>
internal static class TypeEntry
{
    /// <summary>Any number of rows: the tag is a whole number of 63 bits.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>The locales that are deep: with words of their own for commerce, health, transport, text and time too.</summary>
    public static ImmutableArray<string> Deep => Catalogue.Locales.Deep;

    /// <summary>The locales that have people at least.</summary>
    public static ImmutableArray<string> Named => Catalogue.Locales.Named;

    /// <summary>A text of some locales.</summary>
    public static SemanticType Text(
        string name, string entity, string about, ImmutableArray<string> locales, long capacity = 0, ImmutableArray<string> aliases = default) =>
        Of(name, entity, ColumnType.Text, about, Same(locales, capacity), aliases);

    /// <summary>A number of some locales.</summary>
    public static SemanticType Number(
        string name, string entity, ColumnKind kind, string about, ImmutableArray<string> locales, ImmutableArray<string> aliases = default) =>
        Of(name, entity, new ColumnType(kind), about, Same(locales), aliases);

    /// <summary>A text that is the same in every locale.</summary>
    public static SemanticType Anywhere(
        string name, string entity, string about, string standard = "", long capacity = 0, ImmutableArray<string> aliases = default) =>
        Of(name, entity, ColumnType.Text, about, [new SemanticLocale(SemanticLocale.Any, capacity)], aliases) with { Standard = standard };

    /// <summary>A whole number that is the same in every locale.</summary>
    public static SemanticType WholeAnywhere(string name, string entity, string about, string standard = "", ImmutableArray<string> aliases = default) =>
        Of(name, entity, ColumnType.Int64, about, [new SemanticLocale(SemanticLocale.Any, 0)], aliases) with { Standard = standard };

    /// <summary>A text of the locales that are named.</summary>
    public static SemanticType InLocales(
        string name, string entity, string about, ImmutableArray<SemanticLocale> locales, string standard = "", ImmutableArray<string> aliases = default) =>
        Of(name, entity, ColumnType.Text, about, locales, aliases) with { Standard = standard };

    /// <summary>The same capacity in each locale.</summary>
    public static ImmutableArray<SemanticLocale> Same(ImmutableArray<string> locales, long capacity = 0) =>
        [.. locales.Select(locale => new SemanticLocale(locale, capacity))];

    private static SemanticType Of(
        string name, string entity, ColumnType type, string about, ImmutableArray<SemanticLocale> locales, ImmutableArray<string> aliases) =>
        new(name, entity, type, about, locales, aliases.IsDefault ? [] : aliases);
}
