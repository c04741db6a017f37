using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Catalogue;

/// <summary>Says at plan time whether a column can have a semantic type; what is wrong goes into the bag.</summary>
/// <param name="column">Table and column, for messages.</param>
/// <param name="position">Where the source is written.</param>
internal sealed class SemanticCheck(string column, SourcePosition? position, DiagnosticBag bag)
{
    /// <summary>Finds a type.</summary>
    public SemanticType? Find(string name)
    {
        SemanticType? type = SemanticTypes.Find(name);
        if (type is null)
            bag.Add(CatalogueDiagnostics.UnknownSemantic, position, column, name, SemanticTypes.SuggestionFor(name));
        return type;
    }

    /// <summary>Finds a type that has data for the locale.</summary>
    public SemanticType? Find(string name, string locale)
    {
        SemanticType? type = Find(name);
        if (type?.In(locale) is not null || type is null)
            return type;

        bag.Add(CatalogueDiagnostics.NoLocale, position, column, name, locale, string.Join(", ", SemanticTypes.LocalesOf(type)));
        return null;
    }

    /// <summary>Says whether the column may hold the type's values; they are stored as they are made.</summary>
    public bool Fits(SemanticType type, ColumnType columnType)
    {
        bool fits = columnType.Kind == type.Type.Kind || (type.Type.IsWhole && columnType.IsWhole);
        if (!fits)
            bag.Add(CatalogueDiagnostics.SemanticType, position, column, type.Name, columnType, type.Type);
        return fits;
    }

    /// <summary>Says whether that many rows can each have their own value.</summary>
    public bool IsUnique(SemanticType type, string locale, long rows)
    {
        long capacity = type.In(locale)?.UniqueCapacity ?? 0;
        if (capacity == 0)
            bag.Add(CatalogueDiagnostics.NotUnique, position, column, type.Name, locale, UniqueTypes(locale));
        else if (rows > capacity)
            bag.Add(CatalogueDiagnostics.UniqueCapacity, position, column, type.Name, locale, capacity, rows);
        return rows <= capacity && capacity > 0;
    }

    private static string UniqueTypes(string locale) =>
        string.Join(", ", SemanticTypes.All.Where(type => type.In(locale) is { UniqueCapacity: > 0 }).Select(type => type.Name));
}
