namespace SynthData.Expressions.Syntax;

/// <summary>What a token of an expression is.</summary>
internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Keyword,
    Whole,
    Decimal,
    Real,
    Duration,
    Text,
    Symbol,
}
