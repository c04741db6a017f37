namespace SynthData.Expressions;

/// <summary>What a condition is in one row.</summary>
internal enum Truth : byte
{
    False,
    True,

    /// <summary>Null: a rule does not fail, a <c>when</c> does not hold.</summary>
    Unknown,

    /// <summary>No value: rejects the row.</summary>
    Error,
}
