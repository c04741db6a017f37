using System.Text;

namespace SynthData.Cli.Codegen;

/// <summary>Makes names of C# of names of a schema.</summary>
/// <remarks>
/// Words end at what no identifier may hold, underscores among it, and each gets a capital: <c>unit_price</c> is <c>UnitPrice</c>.
/// A word in capitals alone is written as one (<c>SKU</c> is <c>Sku</c>); capitals inside a word stay. Between two digits an underscore
/// stays, and one stands before a digit at the start. No keyword begins with a capital, so none needs an <c>@</c>.
/// </remarks>
internal static class CodeNames
{
    /// <summary>Gives the name, or what stands in for one that has no letter and no digit.</summary>
    public static string Of(string name, string standIn)
    {
        StringBuilder made = new();
        foreach (string word in Words(name))
        {
            if (made.Length > 0 ? char.IsDigit(made[^1]) && char.IsDigit(word[0]) : char.IsDigit(word[0]))
                made.Append('_');
            made.Append(char.ToUpperInvariant(word[0]));
            made.Append(IsShouted(word) ? word[1..].ToLowerInvariant() : word[1..]);
        }

        return made.Length > 0 ? made.ToString() : standIn;
    }

    /// <summary>Gives a name that is not among those taken, and takes it: the name, else with <c>_2</c>, <c>_3</c> and so on.</summary>
    public static string Free(string name, ISet<string> taken)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
            free = $"{name}_{number}";
        return free;
    }

    /// <summary>Whether a text is names joined by dots that C# takes as a namespace.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] == '_') && text.All(one => IsPart(one) || one == '_') && !Keywords.Contains(text);

    private static IEnumerable<string> Words(string name)
    {
        StringBuilder word = new();
        foreach (char one in name)
        {
            // A mark belongs to the letter before it and begins nothing.
            if (char.IsLetterOrDigit(one) || (word.Length > 0 && IsPart(one)))
            {
                word.Append(one);
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static bool IsPart(char one) => char.IsLetterOrDigit(one)
        || char.GetUnicodeCategory(one) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsShouted(string word) => word.Any(char.IsUpper) && !word.Any(char.IsLower);

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    };
}
