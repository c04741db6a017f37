using System.Collections.Immutable;
using SynthData.Expressions;

namespace SynthData.Tests.Expressions.Judged;

/// <summary>A random expression and the expressions it was made of; each part is one by itself.</summary>
/// <remarks>
/// Operation is the operator, function or kind of literal at its top. Rank is how tightly that binds, 1 (or) to 9 (a value),
/// and decides where brackets must stand.
/// </remarks>
internal sealed record Piece(string Text, TypeKind Kind, string Operation, int Rank, ImmutableArray<Piece> Parts)
{
    public bool IsLiteral => Operation == "literal";

    /// <summary>This piece and all it was made of, parts first.</summary>
    public IEnumerable<Piece> All => [.. Parts.SelectMany(part => part.All), this];
}
