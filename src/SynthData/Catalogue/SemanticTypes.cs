using System.Collections.Frozen;
using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Catalogue;

/// <summary>Every semantic type there is.</summary>
internal static class SemanticTypes
{
    private static readonly FrozenDictionary<string, SemanticType> ByName;

    static SemanticTypes()
    {
        All =
        [
            .. PersonTypes.All, .. PlaceTypes.All, .. ContactTypes.All, .. CompanyTypes.All, .. CommerceTypes.All, .. FinanceTypes.All, .. InternetTypes.All,
            .. TechnologyTypes.All, .. HealthTypes.All, .. TransportTypes.All, .. TextTypes.All, .. TimeTypes.All,
        ];
        ByName = All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>By group, in the order <c>synthdata types</c> prints them.</summary>
    public static ImmutableArray<SemanticType> All { get; }

    /// <summary>Gives a type by its whole name, or null.</summary>
    public static SemanticType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Gives <c> Did you mean '…'?</c> for a name that is none, or an empty text; an attribute without its group is enough.</summary>
    public static string SuggestionFor(string name)
    {
        string attribute = name[(name.LastIndexOf('.') + 1)..];
        SemanticType? guessed = ColumnNames.Guess(attribute);
        return guessed is null ? Suggestion.For(name, ByName.Keys.Order(StringComparer.Ordinal)) : $" Did you mean '{guessed.Name}'?";
    }

    /// <summary>Gives the type a column's name tells, or null: <c>first_name</c>, <c>firstName</c>, <c>customer_email</c>, <c>zip</c>.</summary>
    public static SemanticType? Guess(string columnName) => ColumnNames.Guess(columnName);

    /// <summary>The names of the types whose values may be weighted.</summary>
    public static IEnumerable<string> Weighted => All.Where(type => type.CanBeWeighted).Select(type => type.Name);

    /// <summary>The locales that have data for a type.</summary>
    public static ImmutableArray<string> LocalesOf(SemanticType type) => [.. type.Locales.Select(locale => locale.Locale)];
}
