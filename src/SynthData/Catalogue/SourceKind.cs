namespace SynthData.Catalogue;

/// <summary>A way to fill a column.</summary>
/// <param name="Keyword">The key that chooses it.</param>
/// <param name="About">What it gives, in one line.</param>
/// <param name="Type">The type of its cells where the schema names none, in words.</param>
/// <param name="Stability">Whether the first rows stay when more are asked for.</param>
/// <param name="Example">How a schema writes it.</param>
internal sealed record SourceKind(string Keyword, string About, string Type, PrefixStability Stability, string Example);

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
