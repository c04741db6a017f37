using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>One slot of a table: what fills it, from what, in which type.</summary>
internal sealed record CellPlan
{
    public required int Slot { get; init; }

    /// <summary>The column's name, or for a slot that is no column what it stands for, such as <c>customer.joined</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the stream its draws come from.</summary>
    public required string Stream { get; init; }

    public required ColumnType Type { get; init; }

    public required CellSource Source { get; init; }

    /// <summary>The same cell from another source.</summary>
    public CellPlan From(CellSource source) => this with { Source = source, CanFail = CellFailure.Possible(source, Type) || When is { CanFail: true } };

    /// <summary>The schema's column, or null for a synthetic slot.</summary>
    public ColumnSchema? Column { get; init; }

    public BoundExpression? When { get; init; }

    public NullsPlan? Nulls { get; init; }

    /// <summary>The cells that the schema gives; null without any.</summary>
    public PinnedCells? Pins { get; init; }

    /// <summary>What the cell is drawn from where it correlates with others; null for its own stream alone.</summary>
    public CorrelationPlan? Correlation { get; init; }

    /// <summary>The cells that are made bad; null without any.</summary>
    public FaultsPlan? Faults { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>True when a redraw leaves the cell as it is.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>True when the cell follows from the children of its row, which are made when the row is final.</summary>
    public bool IsLate { get; init; }

    /// <summary>True when filling may leave an error, which rejects the row.</summary>
    public bool CanFail { get; init; }

    /// <summary>Slots of the same table that must be filled before.</summary>
    public required ImmutableArray<int> Inputs { get; init; }

    /// <summary>The keyword of its source, for people and the manifest.</summary>
    public required string Keyword { get; init; }

    /// <summary>What <c>plan</c> says of it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>True for a row of a parent and its like: a slot that has a name for us and none to show.</summary>
    public bool IsUnnamed => Column is null && Name[0] == '#';

    /// <summary>True when the cell follows from rows before it of the same parent.</summary>
    public bool ReadsSiblings => Source is PreviousCells or ReferenceRowCells { IsDistinct: true };

    public SourcePosition? Position => Column?.Position;
}

/// <summary>The share of nulls by case.</summary>
/// <param name="Exact">Met to the row instead of drawn: the first part of each cut is null.</param>
internal sealed record NullsPlan(GivenSelector? Given, ImmutableArray<double> Shares, ExactCut? Exact)
{
    public bool IsExact => Exact is not null;
}
