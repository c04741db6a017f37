using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions.Binding;
using SynthData.Expressions.Syntax;
using SynthData.Schema;

namespace SynthData.Expressions;

/// <summary>Reads an expression and gives its names slots and its parts types.</summary>
internal static class ExpressionBinder
{
    /// <summary>Binds an expression; null when a diagnostic was added. As many errors as can be told apart are told at once.</summary>
    public static BoundExpression? Bind(ExpressionText text, IScope scope, BindContext context, DiagnosticBag bag)
    {
        if (Parser.Parse(text, bag) is not { } tree)
            return null;
        var binding = new TreeBinder(text, scope, context, bag);
        return binding.Bind(tree) is { } root ? new BoundExpression(text, root, binding.Slots) : null;
    }

    /// <summary>Binds a condition; anything that is not true, false or null is a diagnostic.</summary>
    public static BoundExpression? BindCondition(ExpressionText text, IScope scope, BindContext context, DiagnosticBag bag) =>
        Bind(text, scope, context, bag) is { } bound && bound.IsCondition(bag) ? bound : null;

    /// <summary>Binds each of the conditions that an <c>and</c> joins, or the one there is; null when a diagnostic was added.</summary>
    public static ImmutableArray<ConditionPart>? BindParts(ExpressionText text, IScope scope, BindContext context, DiagnosticBag bag)
    {
        if (BindCondition(text, scope, context, bag) is null || Parser.Parse(text, bag) is not { } tree)
            return null;
        ImmutableArray<SyntaxNode> operands = tree is LogicSyntax { IsAnd: true } all ? all.Operands : [tree];
        return [.. operands.Select(operand => new ConditionPart(Part(operand), Sides(operand)))];

        ImmutableArray<ComparedSides> Sides(SyntaxNode operand) => operand switch
        {
            BinarySyntax { Operator: "=" or "<" or "<=" or ">" or ">=" } compared => [new ComparedSides(compared.Operator, Part(compared.Left), Part(compared.Right))],
            BetweenSyntax between =>
                [new ComparedSides(">=", Part(between.Operand), Part(between.Low)), new ComparedSides("<=", Part(between.Operand), Part(between.High))],
            _ => [],
        };

        BoundExpression Part(SyntaxNode node)
        {
            var binding = new TreeBinder(text, scope, context, bag);
            return new BoundExpression(text, binding.Bind(node)!, binding.Slots);
        }
    }

    /// <summary>Gives the dotted names an expression mentions, each once, without binding it; empty when it does not parse.</summary>
    public static ImmutableArray<string> Mentions(ExpressionText text) =>
        Parser.Parse(text, []) is { } tree ? [.. SyntaxNames.In(tree).Distinct()] : [];
}
