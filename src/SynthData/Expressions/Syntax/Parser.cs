using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Expressions.Syntax;

/// <summary>Reads an expression by precedence climbing: or, and, not, comparisons, ||, + -, * / // %, signs.</summary>
internal sealed partial class Parser
{
    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];

    private readonly ExpressionText source;
    private readonly DiagnosticBag bag;
    private readonly List<Token> tokens;
    private int next;
    private int depth;

    private Parser(ExpressionText source, List<Token> tokens, DiagnosticBag bag)
    {
        this.source = source;
        this.tokens = tokens;
        this.bag = bag;
    }

    private Token Current => tokens[next];

    /// <summary>Gives the tree of an expression, or null when a diagnostic was added.</summary>
    public static SyntaxNode? Parse(ExpressionText source, DiagnosticBag bag)
    {
        if (source.Text.Length > ExpressionLimits.MaxLength)
        {
            bag.Add(ExpressionDiagnostics.TooLong, source.Position, source.Text.Length, ExpressionLimits.MaxLength);
            return null;
        }

        if (new Lexer(source, bag).Read() is not { } tokens)
            return null;
        try
        {
            var parser = new Parser(source, tokens, bag);
            SyntaxNode root = parser.Or();
            if (parser.Current.Kind != TokenKind.End)
                throw parser.Expected("an operator or the end");
            return root;
        }
        catch (SyntaxFault fault)
        {
            bag.Add(fault.Diagnostic);
            return null;
        }
    }

    private SyntaxNode Or() => Chain(isAnd: false, "or", And);

    private SyntaxNode And() => Chain(isAnd: true, "and", Not);

    private SyntaxNode Chain(bool isAnd, string word, Func<SyntaxNode> operand)
    {
        SyntaxNode first = operand();
        if (!Current.IsKeyword(word))
            return first;
        ImmutableArray<SyntaxNode>.Builder operands = ImmutableArray.CreateBuilder<SyntaxNode>();
        operands.Add(first);
        while (Take(word))
            operands.Add(operand());
        return Checked(new LogicSyntax(isAnd, operands.ToImmutable()));
    }

    private SyntaxNode Not()
    {
        int start = Current.Start;
        return Take("not") ? Checked(new UnarySyntax("not", Nested(Not), start)) : Comparison();
    }

    private SyntaxNode Comparison()
    {
        SyntaxNode left = Joined();
        while (true)
        {
            if (Current.Kind == TokenKind.Symbol && Comparisons.Contains(Current.Value))
                left = Checked(new BinarySyntax(Advance().Value, left, Joined()));
            else if (Take("is"))
                left = IsNull(left);
            else if (Current.IsKeyword("not") && tokens[next + 1].Kind == TokenKind.Keyword && tokens[next + 1].Value is "in" or "between" or "like")
                left = Negated(left);
            else if (Current.Kind == TokenKind.Keyword && Current.Value is "in" or "between" or "like")
                left = Membership(left);
            else
                return left;
        }
    }

    private SyntaxNode IsNull(SyntaxNode operand)
    {
        bool isNegated = Take("not");
        if (!Current.IsKeyword("null"))
            throw Expected(isNegated ? "'null'" : "'null' or 'not null'");
        SyntaxNode test = Checked(new IsNullSyntax(operand, Advance().End));
        return isNegated ? Checked(new UnarySyntax("not", test, operand.Start)) : test;
    }

    private SyntaxNode Negated(SyntaxNode operand)
    {
        Advance();
        return Checked(new UnarySyntax("not", Membership(operand), operand.Start));
    }

    private SyntaxNode Membership(SyntaxNode operand)
    {
        if (Take("like"))
            return Checked(new BinarySyntax("like", operand, Joined()));
        if (Take("between"))
        {
            SyntaxNode low = Joined();
            if (!Take("and"))
                throw Expected("'and' and the upper end of between");
            return Checked(new BetweenSyntax(operand, low, Joined()));
        }

        Advance();
        if (!TakeSymbol("("))
            throw Expected("'(' and the list of values");
        ImmutableArray<SyntaxNode> items = List();
        return Checked(new InSyntax(operand, items, tokens[next - 1].End));
    }

    private SyntaxNode Joined() => Binary(Sum, "||");

    private SyntaxNode Sum() => Binary(Product, "+", "-");

    private SyntaxNode Product() => Binary(Sign, "*", "/", "//", "%");

    private SyntaxNode Binary(Func<SyntaxNode> operand, params ReadOnlySpan<string> operators)
    {
        SyntaxNode left = operand();
        while (Current.Kind == TokenKind.Symbol && operators.Contains(Current.Value))
            left = Checked(new BinarySyntax(Advance().Value, left, operand()));
        return left;
    }

    private SyntaxNode Sign()
    {
        Token sign = Current;
        if (!sign.IsSymbol("-") && !sign.IsSymbol("+"))
            return Primary();
        Advance();
        // The smallest whole number has no positive counterpart, so its sign belongs to the literal.
        if (sign.IsSymbol("-") && Current is { Kind: TokenKind.Whole, Value: "9223372036854775808" })
            return new WholeSyntax(long.MinValue, sign.Start, Advance().End);
        return Checked(new UnarySyntax(sign.Value, Nested(Sign), sign.Start));
    }

    private SyntaxNode Nested(Func<SyntaxNode> part)
    {
        if (++depth > ExpressionLimits.MaxDepth)
            throw TooDeep();
        SyntaxNode node = part();
        depth--;
        return node;
    }

    private SyntaxNode Checked(SyntaxNode node) => node.Depth > ExpressionLimits.MaxDepth ? throw TooDeep() : node;

    private Token Advance() => tokens[next++];

    private bool Take(string keyword)
    {
        if (!Current.IsKeyword(keyword))
            return false;
        next++;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
            return false;
        next++;
        return true;
    }

    private SyntaxFault TooDeep() =>
        new(ExpressionDiagnostics.TooDeep.At(source.Position, ExpressionLimits.MaxDepth));

    private SyntaxFault Expected(string what)
    {
        SourcePosition place = SourceMap.At(source, Current.Start);
        if (Current.Kind == TokenKind.Keyword)
            return new SyntaxFault(ExpressionDiagnostics.Reserved.At(place, Current.Value, what));
        string found = Current.Kind == TokenKind.End ? "the end of the expression" : $"'{source.Text.AsSpan(Current.Start, Current.Length)}'";
        return new SyntaxFault(ExpressionDiagnostics.Unexpected.At(place, found, what));
    }
}
