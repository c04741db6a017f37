using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Which rows of a parent a row may refer to. All expressions are over slots of the referring table.</summary>
/// <param name="ParentName">The parent table's name.</param>
/// <param name="Keys">Equalities between the parent and the row: the parents are indexed by them.</param>
/// <param name="OfParent">Conditions over the parent alone: the same for every row.</param>
/// <param name="OfPair">Conditions over both, tried for one parent after the other.</param>
/// <param name="Cells">The slots that hold the parent's cells.</param>
internal sealed record ParentFilter(
    ExpressionText Text,
    string ParentName,
    ImmutableArray<ParentKey> Keys,
    ImmutableArray<BoundExpression> OfParent,
    ImmutableArray<BoundExpression> OfPair,
    ImmutableArray<ParentCell> Cells)
{
    /// <summary>Comparisons of one value of the parent, by which the parents are sorted, with the row.</summary>
    public ImmutableArray<ParentBound> Bounds { get; init; } = [];

    /// <summary>Whether equal rows may pick among all parents alike.</summary>
    public bool IsSameForAll => Keys.IsEmpty && Bounds.IsEmpty;
}

/// <summary>An equality: the parent's side and the row's, compared as one type.</summary>
internal sealed record ParentKey(BoundExpression Parent, BoundExpression Own, ColumnType Type);

/// <summary>A comparison of the parent's side with the row's, both of a type that has an order.</summary>
/// <param name="IsAtMost">The parent's side is below the row's; else above.</param>
/// <param name="IsStrict">And not equal to it.</param>
internal sealed record ParentBound(BoundExpression Parent, BoundExpression Own, ColumnType Type, bool IsAtMost, bool IsStrict);

/// <summary>A slot of the referring table that holds a cell of the parent.</summary>
internal sealed record ParentCell(int Slot, int ParentSlot);

/// <summary>The slot of the parent that says how often each of its rows is picked.</summary>
internal sealed record ParentWeight(int ParentSlot, string Text, SourcePosition Position);
