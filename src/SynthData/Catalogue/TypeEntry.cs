using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Catalogue;

/// <summary>Shortens the entries of the catalogue.</summary>
internal static class TypeEntry
{
    /// <summary>Any number of rows: the tag is a whole number of 63 bits.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>A text with an example in each of the two locales.</summary>
    public static SemanticType Text(
        string name, string entity, string about, string english, string dutch, long capacity = 0, ImmutableArray<string> aliases = default) =>
        Of(name, entity, ColumnType.Text, about, english, dutch, capacity, aliases);

    /// <summary>A number with an example in each of the two locales.</summary>
    public static SemanticType Number(
        string name, string entity, ColumnKind kind, string about, string english, string dutch, ImmutableArray<string> aliases = default) =>
        Of(name, entity, new ColumnType(kind), about, english, dutch, 0, aliases);

    private static SemanticType Of(
        string name, string entity, ColumnType type, string about, string english, string dutch, long capacity, ImmutableArray<string> aliases) =>
        new(
            name,
            entity,
            type,
            about,
            [new SemanticLocale("en-US", english, capacity), new SemanticLocale("nl-NL", dutch, capacity)],
            aliases.IsDefault ? [] : aliases);
}
