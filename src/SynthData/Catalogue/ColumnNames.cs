using System.Collections.Frozen;
using System.Text;

namespace SynthData.Catalogue;

/// <summary>Guesses semantic types from column names.</summary>
/// <remarks>
/// Names that mean many things (<c>name</c>, <c>title</c>, <c>state</c>, <c>code</c>, <c>domain</c>) are not guessed: a wrong
/// value that looks right is worse than a question.
/// </remarks>
internal static class ColumnNames
{
    // Words for whom a row is about; what follows them means the same as alone.
    private static readonly FrozenSet<string> Owners = FrozenSet.ToFrozenSet(
        ["customer", "client", "user", "employee", "patient", "student", "member", "guest", "contact", "person", "home", "primary", "work"],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SemanticType> ByAlias = SemanticTypes.All
        .SelectMany(type => type.Aliases.Select(alias => (alias, type)))
        .ToFrozenDictionary(pair => Squeeze(pair.alias), pair => pair.type, StringComparer.Ordinal);

    public static SemanticType? Guess(string columnName)
    {
        string squeezed = Squeeze(columnName);
        if (ByAlias.TryGetValue(squeezed, out SemanticType? type))
            return type;

        string owner = Owners.FirstOrDefault(word => squeezed.StartsWith(word, StringComparison.Ordinal)) ?? "";
        return owner.Length > 0 ? ByAlias.GetValueOrDefault(squeezed[owner.Length..]) : null;
    }

    // first_name, FirstName, "First Name" and first-name are one.
    private static string Squeeze(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(char.ToLowerInvariant(character));
        }

        return letters.ToString();
    }
}
