namespace SynthData.Catalogue;

/// <summary>A way to fill a column.</summary>
/// <param name="Keyword">The key that chooses it.</param>
/// <param name="About">What it gives, in one line.</param>
/// <param name="Type">The type of its cells where the schema names none, in words.</param>
/// <param name="Stability">Whether the first rows stay when more are asked for.</param>
/// <param name="Cost">What a cell costs.</param>
/// <param name="Example">How a schema writes it.</param>
internal sealed record SourceKind(string Keyword, string About, string Type, PrefixStability Stability, SourceCost Cost, string Example)
{
    /// <summary>False while the language names it and no engine makes it.</summary>
    public bool IsAvailable { get; init; } = true;
}

/// <summary>Whether the first 100 of 1,000 rows are the 100 rows.</summary>
internal enum PrefixStability
{
    /// <summary>They are.</summary>
    Stable,

    /// <summary>They are, but for <c>unique</c> columns and <c>exact</c> ones: their cells depend on the number of rows.</summary>
    StableUnlessUniqueOrExact,

    /// <summary>They are while the parent's number of rows stays.</summary>
    StablePerParent,

    /// <summary>They are while what they read does.</summary>
    AsWhatItReads,
}

/// <summary>What a cell costs, cheapest first.</summary>
internal enum SourceCost
{
    /// <summary>Arithmetic on the row's number or a constant.</summary>
    Nothing,

    /// <summary>A word or a few of the row's stream.</summary>
    Draw,

    /// <summary>An expression or a text put together.</summary>
    Compute,

    /// <summary>A row of another table, made again where it is read.</summary>
    LookUp,

    /// <summary>Tokens of a language model, unless knowledge or the fallback makes the cell.</summary>
    Tokens,
}
