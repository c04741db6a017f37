namespace SynthData.Expressions.Syntax;

/// <summary>A token of an expression and where it stands in it.</summary>
/// <param name="Value">The name, the text without its quotes, the number without underscores, the keyword in lower case, or the symbol.</param>
/// <param name="Start">Offset of its first character, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    public bool IsKeyword(string keyword) => Kind == TokenKind.Keyword && Value == keyword;

    /// <summary>True for a name that reads like a given word, such as the <c>as</c> of a cast.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Name && Value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
