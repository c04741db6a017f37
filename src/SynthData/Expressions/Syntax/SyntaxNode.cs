using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Expressions.Syntax;

/// <summary>A part of an expression as written, without types.</summary>
/// <param name="Start">Offset of its first character in the expression, from 0.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Depth">How many nodes lie inside each other, this one included.</param>
internal abstract record SyntaxNode(int Start, int End, int Depth);

/// <summary><c>12</c></summary>
internal sealed record WholeSyntax(long Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>1.50</c>: a whole number of last places, and how many places those are.</summary>
internal sealed record DecimalSyntax(Int128 Value, int Scale, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>1e6</c></summary>
internal sealed record RealSyntax(double Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>'text'</c></summary>
internal sealed record TextSyntax(string Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>true</c> and <c>false</c></summary>
internal sealed record BoolSyntax(bool Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>null</c></summary>
internal sealed record NullSyntax(int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>date '2024-01-31'</c>, <c>timestamp '…'</c>, <c>time '…'</c>, as <see cref="Batches.Int64Column"/> stores them.</summary>
internal sealed record MomentSyntax(ColumnKind Kind, long Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>14d</c></summary>
internal sealed record DurationSyntax(Duration Value, int Start, int End) : SyntaxNode(Start, End, 1);

/// <summary><c>price</c>, <c>customer.joined</c></summary>
internal sealed record NameSyntax(ImmutableArray<string> Path, int Start, int End) : SyntaxNode(Start, End, 1)
{
    public string Dotted => string.Join('.', Path);
}

/// <summary><c>-x</c>, <c>+x</c>, <c>not x</c></summary>
internal sealed record UnarySyntax(string Operator, SyntaxNode Operand, int Start)
    : SyntaxNode(Start, Operand.End, Operand.Depth + 1);

/// <summary><c>a + b</c>, <c>a &lt; b</c>, <c>a like b</c> and the other operators of two sides.</summary>
internal sealed record BinarySyntax(string Operator, SyntaxNode Left, SyntaxNode Right)
    : SyntaxNode(Left.Start, Right.End, Math.Max(Left.Depth, Right.Depth) + 1);

/// <summary><c>a and b and c</c>, <c>a or b</c>: one node for a whole chain.</summary>
internal sealed record LogicSyntax(bool IsAnd, ImmutableArray<SyntaxNode> Operands)
    : SyntaxNode(Operands[0].Start, Operands[^1].End, Deepest(Operands) + 1)
{
    public static int Deepest(IEnumerable<SyntaxNode> nodes) => nodes.Select(node => node.Depth).DefaultIfEmpty(0).Max();
}

/// <summary><c>x in (a, b)</c></summary>
internal sealed record InSyntax(SyntaxNode Operand, ImmutableArray<SyntaxNode> Items, int End)
    : SyntaxNode(Operand.Start, End, Math.Max(Operand.Depth, LogicSyntax.Deepest(Items)) + 1);

/// <summary><c>x between a and b</c></summary>
internal sealed record BetweenSyntax(SyntaxNode Operand, SyntaxNode Low, SyntaxNode High)
    : SyntaxNode(Operand.Start, High.End, LogicSyntax.Deepest([Operand, Low, High]) + 1);

/// <summary><c>x is null</c></summary>
internal sealed record IsNullSyntax(SyntaxNode Operand, int End) : SyntaxNode(Operand.Start, End, Operand.Depth + 1);

/// <summary><c>case when … then … else … end</c>; the form with an operand is written out as comparisons.</summary>
internal sealed record CaseSyntax(ImmutableArray<CaseBranch> Branches, SyntaxNode? Else, int Start, int End)
    : SyntaxNode(Start, End, LogicSyntax.Deepest([.. Branches.SelectMany(branch => branch.Nodes), .. Else is null ? Array.Empty<SyntaxNode>() : [Else]]) + 1);

/// <summary>One <c>when … then …</c>.</summary>
internal sealed record CaseBranch(SyntaxNode When, SyntaxNode Then)
{
    public IEnumerable<SyntaxNode> Nodes => [When, Then];
}

/// <summary><c>cast(x as type)</c></summary>
internal sealed record CastSyntax(SyntaxNode Operand, string TypeName, int TypeStart, int Start, int End)
    : SyntaxNode(Start, End, Operand.Depth + 1);

/// <summary><c>f(a, b)</c>; <c>extract(year from x)</c> is a call with the unit as its first argument, a text.</summary>
internal sealed record CallSyntax(string Function, ImmutableArray<SyntaxNode> Arguments, int Start, int End)
    : SyntaxNode(Start, End, LogicSyntax.Deepest(Arguments) + 1);
