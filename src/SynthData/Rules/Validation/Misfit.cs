namespace SynthData.Rules.Validation;

/// <summary>How a cell differs from what its source gives.</summary>
internal enum MisfitKind : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Null, where the source gives a value.</summary>
    Null,

    /// <summary>A value, where the source gives null.</summary>
    Value,

    /// <summary>A value that the source does not give.</summary>
    Other,

    /// <summary>What the source gives cannot be computed.</summary>
    NoValue,
}

/// <summary>How a cell differs, and the source that says so.</summary>
internal readonly record struct Misfit(MisfitKind Kind, SourceCheck? By = null);
