namespace SynthData.Schema.Reading;

/// <summary>The keys a column may have, and which modifier goes with which source.</summary>
internal static class ColumnKeys
{
    /// <summary>Stands for a column without a source in messages and in <see cref="Fits"/>.</summary>
    public const string NoSource = "a column without a source";

    /// <summary>Keys that are sources; <c>distribution</c> is one only when it stands alone.</summary>
    public static readonly string[] Sources =
    [
        "sequence", "uuid", "position", "values", "range", "after", "before", "semantic", "pattern", "template", "expr", "object", "references",
        "prompt", "constant", "cases", "series", "tuples",
    ];

    /// <summary>Modifiers of a source: they may stand in a case or a fallback too.</summary>
    public static readonly string[] OfSource =
        ["given", "distribution", "exact", "step", "within", "skew", "weight", "where", "distinct", "earlier", "ordered", "check_digit", "fallback", "of"];

    /// <summary>Modifiers of the column as a whole.</summary>
    public static readonly string[] OfColumn = ["type", "about", "hidden", "when", "nulls", "unique", "similarity", "to", "locale", "length", "faults", "orphans"];

    public static readonly string[] All = [.. Sources, .. OfSource, .. OfColumn];

    /// <summary>The only keys of a column that the listed rows give.</summary>
    public static readonly string[] OfListed = ["type", "about", "to", "hidden"];

    /// <summary>The sources a modifier goes with, for those that do not go with all.</summary>
    public static readonly Dictionary<string, string[]> Fits = new(StringComparer.Ordinal)
    {
        ["distribution"] = ["range", "after", "before"],
        ["exact"] = ["values", "tuples"],
        ["step"] = ["range"],
        ["ordered"] = ["range", "after", "before", "distribution"],
        ["within"] = ["after", "before"],
        ["check_digit"] = ["pattern", "template"],
        ["unique"] = ["sequence", "uuid", "pattern", "semantic", "template", "references", "prompt", NoSource],
        ["similarity"] = ["prompt"],
        ["skew"] = ["references"],
        ["weight"] = ["references"],
        ["where"] = ["references"],
        ["distinct"] = ["references"],
        ["earlier"] = ["references"],
        ["fallback"] = ["prompt"],
        ["orphans"] = ["references"],
        ["of"] = ["semantic"],
        ["locale"] = ["semantic", "prompt", NoSource],
        ["length"] = ["semantic", "prompt", NoSource],
    };

    /// <summary>The sources <c>given</c> goes with, besides conditional <c>nulls</c> of any source.</summary>
    public static readonly string[] GivenFits = ["values", "tuples", "range", "after", "before", "distribution", "semantic"];
}
