using System.Collections.Immutable;

namespace SynthData.Expressions.Syntax;

/// <summary>Lists the names a tree mentions.</summary>
internal static class SyntaxNames
{
    public static IEnumerable<string> In(SyntaxNode node) => node is NameSyntax name ? [name.Dotted] : Parts(node).SelectMany(In);

    private static ImmutableArray<SyntaxNode> Parts(SyntaxNode node) => node switch
    {
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        LogicSyntax logic => logic.Operands,
        InSyntax membership => [membership.Operand, .. membership.Items],
        BetweenSyntax between => [between.Operand, between.Low, between.High],
        IsNullSyntax test => [test.Operand],
        CaseSyntax choice => [.. choice.Branches.SelectMany(branch => branch.Nodes), .. choice.Else is null ? ImmutableArray<SyntaxNode>.Empty : [choice.Else]],
        CastSyntax cast => [cast.Operand],
        CallSyntax call => call.Arguments,
        _ => [],
    };
}
