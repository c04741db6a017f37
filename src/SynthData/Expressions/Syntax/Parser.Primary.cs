using System.Collections.Immutable;
using System.Globalization;
using SynthData.Batches;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Expressions.Syntax;

/// <content>Literals, names, calls, brackets, case and cast.</content>
internal sealed partial class Parser
{
    private SyntaxNode Primary()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Whole or TokenKind.Decimal or TokenKind.Real:
                return Number(Advance());
            case TokenKind.Duration:
                Advance();
                return Duration.TryParse(token.Value, out Duration duration)
                    ? new DurationSyntax(duration, token.Start, token.End)
                    : throw new InvalidOperationException($"The lexer passed '{token.Value}' for a duration.");
            case TokenKind.Text:
                Advance();
                return new TextSyntax(token.Value, token.Start, token.End);
            case TokenKind.QuotedName:
                return Name();
            case TokenKind.Name when tokens[next + 1].Kind == TokenKind.Text && MomentKind(token) is { } kind:
                Advance();
                return Moment(kind, token, Advance());
            case TokenKind.Name when tokens[next + 1].IsSymbol("("):
                return Nested(Call);
            case TokenKind.Name:
                return Name();
            case TokenKind.Symbol when token.Value == "(":
                Advance();
                SyntaxNode inner = Nested(Or);
                if (!TakeSymbol(")"))
                    throw Expected("')'");
                return inner with { Start = token.Start, End = tokens[next - 1].End };
            case TokenKind.Keyword when token.Value is "true" or "false":
                Advance();
                return new BoolSyntax(token.Value == "true", token.Start, token.End);
            case TokenKind.Keyword when token.Value == "null":
                Advance();
                return new NullSyntax(token.Start, token.End);
            case TokenKind.Keyword when token.Value == "case":
                return Nested(Case);
            default:
                throw Expected("a value");
        }
    }

    private SyntaxNode Number(Token token)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (token.Kind == TokenKind.Real && double.TryParse(token.Value, NumberStyles.Float, culture, out double real) && double.IsFinite(real))
            return new RealSyntax(real, token.Start, token.End);
        if (token.Kind == TokenKind.Whole && long.TryParse(token.Value, NumberStyles.None, culture, out long whole))
            return new WholeSyntax(whole, token.Start, token.End);

        string digits = token.Value.Replace(".", "", StringComparison.Ordinal);
        if (token.Kind == TokenKind.Decimal && digits.TrimStart('0').Length <= ColumnType.MaxPrecision && digits.Length <= 2 * ColumnType.MaxPrecision)
        {
            int scale = token.Value.Length - token.Value.IndexOf('.', StringComparison.Ordinal) - 1;
            if (scale <= ColumnType.MaxPrecision)
                return new DecimalSyntax(Int128.Parse(digits, culture), scale, token.Start, token.End);
        }

        throw new SyntaxFault(ExpressionDiagnostics.BadNumber.At(SourceMap.At(source, token.Start), token.Value));
    }

    private static ColumnKind? MomentKind(Token token) => token.Value.ToLowerInvariant() switch
    {
        "date" => ColumnKind.Date,
        "timestamp" => ColumnKind.Timestamp,
        "time" => ColumnKind.Time,
        _ => null,
    };

    private MomentSyntax Moment(ColumnKind kind, Token word, Token text)
    {
        long value = 0;
        bool isRead = kind switch
        {
            ColumnKind.Date => CellText.TryParseDate(text.Value, out value),
            ColumnKind.Time => CellText.TryParseTime(text.Value, out value),
            _ => CellText.TryParseTimestamp(text.Value, out value) || TryMidnight(text.Value, out value),
        };
        if (isRead)
            return new MomentSyntax(kind, value, word.Start, text.End);

        string form = kind switch
        {
            ColumnKind.Date => "'2024-01-31'",
            ColumnKind.Time => "'10:00' or '10:00:00'",
            _ => "'2024-01-31 10:00:00'",
        };
        string name = kind switch { ColumnKind.Date => "date", ColumnKind.Time => "time", _ => "timestamp" };
        throw new SyntaxFault(ExpressionDiagnostics.BadMoment.At(SourceMap.At(source, text.Start), text.Value, name, form));
    }

    private static bool TryMidnight(string text, out long micros)
    {
        bool isDate = CellText.TryParseDate(text, out long day);
        micros = day * CellText.MicrosPerDay;
        return isDate;
    }

    private NameSyntax Name()
    {
        int start = Current.Start;
        ImmutableArray<string>.Builder path = ImmutableArray.CreateBuilder<string>();
        path.Add(Advance().Value);
        while (TakeSymbol("."))
        {
            // After a dot every word is a name, reserved or not.
            if (Current.Kind is not (TokenKind.Name or TokenKind.QuotedName or TokenKind.Keyword))
                throw Expected("a column's name after the dot");
            Token part = Advance();
            path.Add(part.Kind == TokenKind.Keyword ? source.Text.Substring(part.Start, part.Length) : part.Value);
        }

        return new NameSyntax(path.ToImmutable(), start, tokens[next - 1].End);
    }

    private SyntaxNode Call()
    {
        Token name = Advance();
        Advance();
        if (name.IsWord("cast"))
            return Cast(name);
        if (name.IsWord("extract") && Current.Kind == TokenKind.Name && tokens[next + 1].IsWord("from"))
        {
            Token unit = Advance();
            Advance();
            SyntaxNode operand = Or();
            if (!TakeSymbol(")"))
                throw Expected("')'");
            return Checked(new CallSyntax(name.Value, [new TextSyntax(unit.Value, unit.Start, unit.End), operand], name.Start, tokens[next - 1].End));
        }

        ImmutableArray<SyntaxNode> arguments = TakeSymbol(")") ? [] : List();
        return Checked(new CallSyntax(name.Value, arguments, name.Start, tokens[next - 1].End));
    }

    private ImmutableArray<SyntaxNode> List()
    {
        ImmutableArray<SyntaxNode>.Builder items = ImmutableArray.CreateBuilder<SyntaxNode>();
        do
            items.Add(Nested(Or));
        while (TakeSymbol(","));
        if (!TakeSymbol(")"))
            throw Expected("',' or ')'");
        return items.ToImmutable();
    }

    private SyntaxNode Cast(Token word)
    {
        SyntaxNode operand = Or();
        if (!Current.IsWord("as"))
            throw Expected("'as' and a type");
        Advance();
        Token first = Current;
        if (first.Kind != TokenKind.Name)
            throw Expected("a type");
        while (!Current.IsSymbol(")") || IsInTypeBrackets(first))
        {
            if (Advance().Kind == TokenKind.End)
            {
                next--;
                throw Expected("')'");
            }
        }

        int end = tokens[next - 1].End;
        Advance();
        return Checked(new CastSyntax(operand, source.Text[first.Start..end], first.Start, word.Start, tokens[next - 1].End));
    }

    // decimal(18,2) closes a bracket of its own before the cast's.
    private bool IsInTypeBrackets(Token first)
    {
        string soFar = source.Text[first.Start..Current.Start];
        return soFar.Contains('(', StringComparison.Ordinal) && !soFar.Contains(')', StringComparison.Ordinal);
    }

    private SyntaxNode Case()
    {
        Token word = Advance();
        SyntaxNode? subject = Current.IsKeyword("when") ? null : Or();
        ImmutableArray<CaseBranch>.Builder branches = ImmutableArray.CreateBuilder<CaseBranch>();
        while (Take("when"))
        {
            SyntaxNode when = Or();
            if (!Take("then"))
                throw Expected("'then'");
            branches.Add(new CaseBranch(subject is null ? when : Checked(new BinarySyntax("=", subject, when)), Or()));
        }

        if (branches.Count == 0)
            throw Expected("'when'");
        SyntaxNode? last = Take("else") ? Or() : null;
        if (!Take("end"))
            throw Expected(last is null ? "'when', 'else' or 'end'" : "'end'");
        return Checked(new CaseSyntax(branches.ToImmutable(), last, word.Start, tokens[next - 1].End));
    }
}
