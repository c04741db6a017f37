namespace SynthData.Expressions;

/// <summary>What an expression may be at most; above, it is refused before any work is done on it.</summary>
internal static class ExpressionLimits
{
    /// <summary>UTF-16 units of one expression.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Operators, calls and brackets inside each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>UTF-16 units of one text that a function makes; above, the cell is an error.</summary>
    public const int MaxTextLength = 65_536;
}
