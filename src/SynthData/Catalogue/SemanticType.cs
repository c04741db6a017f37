using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Catalogue;

/// <summary>A kind of value with a meaning, such as <c>person.full_name</c>.</summary>
/// <param name="Name">Group and attribute, as schemas write it.</param>
/// <param name="Entity">What the value is an attribute of: types of one entity agree within a row.</param>
/// <param name="Type">The type a column of it has unless the schema says else.</param>
/// <param name="About">What the value is, as a full sentence.</param>
/// <param name="Locales">Where there is data for it, English first; never empty. A single <see cref="SemanticLocale.Any"/> where it is the same everywhere.</param>
/// <param name="Aliases">Column names it is guessed from, besides its own attribute.</param>
internal sealed record SemanticType(
    string Name, string Entity, ColumnType Type, string About, ImmutableArray<SemanticLocale> Locales, ImmutableArray<string> Aliases)
{
    /// <summary>The standard its values follow and the check digits they carry; empty where there is none.</summary>
    public string Standard { get; init; } = "";

    /// <summary>The number its values carry, which other types of its entity may carry too, such as that of a card; empty where there is none.</summary>
    public string Number { get; init; } = "";

    /// <summary>The part before the dot.</summary>
    public string Group => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Whether <c>unique: true</c> may stand beside it, in any locale.</summary>
    public bool CanBeUnique => Locales.Any(locale => locale.UniqueCapacity > 0);

    /// <summary>Whether it is the same in every locale.</summary>
    public bool IsAnywhere => Locales[0].Locale == SemanticLocale.Any;

    /// <summary>Whether a column that gives the sex may stand in its <c>given</c>.</summary>
    public bool FollowsSex => Entity == "person";

    /// <summary>The values it is drawn from where their weights may be written; empty for all other types.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Whether <c>values</c> with weights may stand beside it.</summary>
    public bool CanBeWeighted => !Values.IsEmpty;

    /// <summary>Whether unique values of two locales never are alike: their number is written out, or their forms differ.</summary>
    public bool IsApart
    {
        get => field || Locales.All(locale => locale.UniqueCapacity == long.MaxValue);
        init;
    }

    /// <summary>The name of the stream that all types of its entity share in a table.</summary>
    public string StreamName => $"semantic:{Entity}";

    /// <summary>Gives what there is for a locale, or null.</summary>
    public SemanticLocale? In(string locale) => Locales.FirstOrDefault(has => has.Locale == locale || has.Locale == SemanticLocale.Any);

    /// <summary>Gives a value that the type makes in a locale it has.</summary>
    public string Example(string locale) => TypeExamples.Of(Name, In(locale)!.Locale);
}

/// <summary>What a type has in one locale.</summary>
/// <param name="Locale">BCP 47, or <see cref="Any"/>.</param>
/// <param name="UniqueCapacity">Rows a unique column can have at most; 0 where it cannot be unique.</param>
internal sealed record SemanticLocale(string Locale, long UniqueCapacity)
{
    /// <summary>Stands for every locale there is.</summary>
    public const string Any = "any";
}
