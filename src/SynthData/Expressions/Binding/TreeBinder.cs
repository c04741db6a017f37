using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Nodes;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <summary>Binds one tree. Parts that fail add a diagnostic and give null, and so does everything above them.</summary>
internal sealed partial class TreeBinder(ExpressionText source, IScope scope, BindContext context, DiagnosticBag bag)
{
    private readonly List<int> slots = [];

    // The subject of "case x when …" stands in the tree once for each branch.
    private readonly Dictionary<SyntaxNode, Node?> seen = new(ReferenceEqualityComparer.Instance);

    public ImmutableArray<int> Slots => [.. slots.Distinct()];

    public Node? Bind(SyntaxNode syntax)
    {
        if (seen.TryGetValue(syntax, out Node? known))
            return known;
        Node? node = Make(syntax);
        node?.Place = (syntax.Start, syntax.End);
        seen.Add(syntax, node);
        return node;
    }

    private Node? Make(SyntaxNode syntax) => syntax switch
    {
        WholeSyntax whole => Constants.Whole(whole.Value),
        DecimalSyntax exact => Constants.Decimal(exact.Value, exact.Scale),
        RealSyntax real => Constants.Real(real.Value),
        TextSyntax text => new TextConstantNode(text.Value),
        BoolSyntax truth => Constants.Bool(truth.Value),
        NullSyntax => new NullNode(ExpressionType.Null),
        MomentSyntax moment => Constants.Moment(moment.Kind, moment.Value),
        DurationSyntax duration => Constants.Span(duration.Value),
        NameSyntax name => Name(name),
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Binary(binary),
        LogicSyntax logic => Logic(logic),
        InSyntax membership => In(membership),
        BetweenSyntax between => Between(between),
        IsNullSyntax test => Bind(test.Operand) is { } operand ? new IsNullNode(operand) : null,
        CaseSyntax choice => Case(choice),
        CastSyntax cast => Cast(cast),
        CallSyntax call => Call(call),
        _ => throw new InvalidOperationException($"No rule for {syntax.GetType().Name}."),
    };

    private SlotNode? Name(NameSyntax name)
    {
        if (scope.Resolve(name.Path, out ScopeColumn column) is { } wrong)
        {
            if (wrong.Length > 0)                               // else the column itself is wrong, which is told there
                bag.Add(ExpressionDiagnostics.UnknownName, At(name), wrong, Suggestion.For(name.Path[0], scope.Names.Except([name.Path[0]])));
            return null;
        }

        slots.Add(column.Slot);
        return new SlotNode(column);
    }

    private Node? Unary(UnarySyntax unary)
    {
        if (unary.Operator == "-" && Negative(unary.Operand) is { } literal)
            return literal;
        if (Bind(unary.Operand) is not { } operand)
            return null;
        if (unary.Operator == "not")
        {
            return Condition(operand, unary.Operand, "not") is { } condition
                ? new UnaryNode<long, long, NotKernel>(ExpressionType.Bool, condition, default, new Sql("(NOT {0})"))
                : null;
        }

        if (Arithmetic.Negate(operand) is { } negated)
            return unary.Operator == "-" ? negated : operand;
        return Refuse<Node>(unary, unary.Operator, operand.Type.ToString(), "a number or a duration");
    }

    private static Node? Negative(SyntaxNode operand) => operand switch
    {
        WholeSyntax { Value: not long.MinValue } whole => Constants.Whole(-whole.Value),
        DecimalSyntax exact => Constants.Decimal(-exact.Value, exact.Scale),
        RealSyntax real => Constants.Real(-real.Value),
        DurationSyntax duration => Constants.Span(duration.Value with { Months = -duration.Value.Months, Micros = -duration.Value.Micros }),
        _ => null,
    };

    private Node? Binary(BinarySyntax binary)
    {
        string written = source.Text[binary.Start..binary.End];
        if (binary.Operator is "-" or "/" && DateLookalike.IsMatch(written.Trim('(', ' ', ')')))
        {
            bag.Add(ExpressionDiagnostics.LooksLikeDate, At(binary), written);
            return null;
        }

        Node? left = Bind(binary.Left);
        Node? right = Bind(binary.Right);
        if (left is null || right is null)
            return null;
        string both = $"{left.Type} and {right.Type}";
        switch (binary.Operator)
        {
            case "like" or "||":
                if (!left.Type.Becomes(ExpressionType.Text) || !right.Type.Becomes(ExpressionType.Text))
                    return Refuse<Node>(binary, binary.Operator, both, "two texts");
                return Texts(binary.Operator, Conversion.Implicit(left, ExpressionType.Text), Conversion.Implicit(right, ExpressionType.Text));
            case "=" or "<>" or "<" or "<=" or ">" or ">=":
                return Comparison.Make(binary.Operator, left, right) ?? Refuse<Node>(binary, binary.Operator, both, "two values of one type");
            default:
                if (Arithmetic.Make(binary.Operator, left, right) is { } number)
                    return number;
                if (MomentArithmetic.Make(binary.Operator, left, right) is { } moment)
                    return moment;
                return RefuseArithmetic(binary, left, right, both);
        }
    }

    private static RowNode Texts(string symbol, Node left, Node right) => symbol == "like"
        ? new RowNode(ExpressionType.Bool, [left, right], TextKernels.Like, new Sql("({0} LIKE {1})", "({0} LIKE {1} ESCAPE '')"))
        : new RowNode(ExpressionType.Text, [left, right], TextKernels.Join, new Sql("({0} || {1})"), EvaluationDiagnostics.TextTooLong);

    private Node? RefuseArithmetic(BinarySyntax binary, Node left, Node right, string both)
    {
        bool hasTimestamp = left.Type.Kind == TypeKind.Timestamp || right.Type.Kind == TypeKind.Timestamp;
        bool areMoments = hasTimestamp && left.Type.Becomes(ExpressionType.Timestamp) && right.Type.Becomes(ExpressionType.Timestamp);
        if (binary.Operator == "-" && areMoments)
        {
            bag.Add(ExpressionDiagnostics.TimestampDifference, At(binary), left.Type);
            return null;
        }

        string expected = binary.Operator switch
        {
            "+" => "two numbers, or a date or timestamp and a duration such as 14d",
            "-" => "two numbers, two dates, or a date or timestamp and a duration such as 14d",
            "*" => "two numbers, or a number and a duration",
            "//" => "two whole numbers (of others, floor(a / b))",
            _ => "two numbers",
        };
        return Refuse<Node>(binary, binary.Operator, both, expected);
    }

    private LogicNode? Logic(LogicSyntax logic)
    {
        string word = logic.IsAnd ? "and" : "or";
        Node?[] operands = [.. logic.Operands.Select(operand => Bind(operand) is { } node ? Condition(node, operand, word) : null)];
        return Array.Exists(operands, operand => operand is null) ? null : new LogicNode(logic.IsAnd, [.. operands!]);
    }

    private Node? Condition(Node node, SyntaxNode syntax, string word)
    {
        if (node.Type.Becomes(ExpressionType.Bool))
            return Conversion.Implicit(node, ExpressionType.Bool);
        return Refuse<Node>(syntax, word, node.Type.ToString(), "conditions");
    }

    private TNode? Refuse<TNode>(SyntaxNode syntax, string symbol, string found, string expected)
        where TNode : Node
    {
        bag.Add(ExpressionDiagnostics.WrongOperands, At(syntax), symbol, found, expected);
        return null;
    }

    private SourcePosition At(SyntaxNode syntax) => SourceMap.At(source, syntax.Start);
}
