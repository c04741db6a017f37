namespace SynthData.Expressions.Functions;

/// <summary>What a function's argument has to be.</summary>
internal enum ParameterKind
{
    Int,
    Decimal,
    Double,
    Text,
    Date,
    Timestamp,
    Time,

    /// <summary>Any type; the function looks for what its arguments have in common.</summary>
    Any,

    /// <summary>A whole number written out.</summary>
    IntLiteral,

    /// <summary>A text written out.</summary>
    TextLiteral,
}
