using System.Text;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Expressions.Syntax;

/// <summary>Cuts an expression into tokens.</summary>
internal sealed class Lexer(ExpressionText source, DiagnosticBag bag)
{
    private static readonly string[] Symbols = ["||", "//", "<>", "<=", ">=", "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", ",", "."];

    private readonly string text = source.Text;
    private int at;

    /// <summary>Gives all tokens with an end token last, or null when a diagnostic was added.</summary>
    public List<Token>? Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", at, 0));
                return tokens;
            }

            if (Next() is not { } token)
                return null;
            tokens.Add(token);
            at = token.End;
        }
    }

    private Token? Next() => text[at] switch
    {
        '\'' => Quoted('\'', TokenKind.Text),
        '"' => Quoted('"', TokenKind.QuotedName),
        >= '0' and <= '9' => Number(),
        char first when IsNameStart(first) => Word(),
        _ => Symbol(),
    };

    private Token Word()
    {
        int end = EndOfName(at);
        string word = text[at..end];
        return Keywords.Contains(word)
            ? new Token(TokenKind.Keyword, word.ToLowerInvariant(), at, end - at)
            : new Token(TokenKind.Name, word, at, end - at);
    }

    private Token? Quoted(char quote, TokenKind kind)
    {
        var value = new StringBuilder();
        for (int end = at + 1; end < text.Length; end++)
        {
            if (text[end] != quote)
                value.Append(text[end]);
            else if (end + 1 < text.Length && text[end + 1] == quote)
                value.Append(text[end++]);
            else
                return new Token(kind, value.ToString(), at, end + 1 - at);
        }

        bag.Add(ExpressionDiagnostics.NotClosed, SourceMap.At(source, at), quote);
        return null;
    }

    private Token? Number()
    {
        int end = EndOfDigits(at);
        TokenKind kind = TokenKind.Whole;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            kind = TokenKind.Decimal;
            end = EndOfDigits(end + 1);
        }

        if (EndOfExponent(end) is int behind)
        {
            kind = TokenKind.Real;
            end = behind;
        }

        if (end == text.Length || !IsNameStart(text[end]))
            return new Token(kind, text[at..end].Replace("_", "", StringComparison.Ordinal), at, end - at);

        int unitEnd = EndOfName(end);
        string written = text[at..unitEnd];
        if (kind == TokenKind.Whole && Duration.TryParse(written, out _))
            return new Token(TokenKind.Duration, written, at, unitEnd - at);
        bag.Add(ExpressionDiagnostics.BadDuration, SourceMap.At(source, at), written);
        return null;
    }

    private int? EndOfExponent(int end)
    {
        if (end == text.Length || text[end] is not ('e' or 'E'))
            return null;
        int digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
        int behind = digits;
        while (behind < text.Length && char.IsAsciiDigit(text[behind]))
            behind++;
        return behind > digits ? behind : null;
    }

    private Token? Symbol()
    {
        foreach (string symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
                return Meant(symbol) is { } meant ? Refuse(symbol + symbol, meant) : new Token(TokenKind.Symbol, symbol, at, symbol.Length);
        }

        Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out _);
        bool isNotEqual = string.CompareOrdinal(text, at, "!=", 0, 2) == 0;
        return Refuse(isNotEqual ? "!=" : rune.ToString(), isNotEqual ? " Did you mean '<>'?" : "");
    }

    private string? Meant(string symbol) =>
        symbol == "=" && at + 1 < text.Length && text[at + 1] == '=' ? " Did you mean '='?" : null;

    private Token? Refuse(string found, string hint)
    {
        bag.Add(ExpressionDiagnostics.BadCharacter, SourceMap.At(source, at), found, hint);
        return null;
    }

    private int EndOfDigits(int start)
    {
        while (start < text.Length && (char.IsAsciiDigit(text[start]) || text[start] == '_'))
            start++;
        return start;
    }

    private int EndOfName(int start)
    {
        while (start < text.Length && (IsNameStart(text[start]) || char.IsAsciiDigit(text[start])))
            start++;
        return start;
    }

    private static bool IsNameStart(char value) => char.IsAsciiLetter(value) || value == '_';
}
