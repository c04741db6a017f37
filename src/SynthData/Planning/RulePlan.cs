using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;

namespace SynthData.Planning;

/// <summary>A condition each row keeps.</summary>
/// <param name="Name">The rule's name, or its text.</param>
/// <param name="IsFrozen">Reads only cells that no redraw changes: checked, never redrawn.</param>
/// <param name="ReadsModel">Reads, at any distance, a cell a model fills.</param>
internal sealed record RowRulePlan(
    string Name, BoundExpression Check, string? Why, bool IsFrozen, bool ReadsModel, SourcePosition Position)
{
    /// <summary>True when rows are made so that it holds; only data that exists is checked against it.</summary>
    public bool IsByConstruction { get; init; }
}

/// <summary>A condition on all rows of a table together, verified while the rows pass.</summary>
internal abstract record TableRulePlan(string Name, SourcePosition Position)
{
    /// <summary>True when rows are made so that it holds; it is then not verified again.</summary>
    public bool IsByConstruction { get; init; }
}

/// <summary>No two rows agree in these slots, unless one of them is null.</summary>
internal sealed record UniqueCheck(string Name, ImmutableArray<int> Slots, bool RefusesNull, SourcePosition Position) : TableRulePlan(Name, Position);

/// <summary>Equal values of <paramref name="By"/> mean equal values of <paramref name="Determined"/>.</summary>
internal sealed record DependsCheck(string Name, ImmutableArray<int> By, int Determined, SourcePosition Position) : TableRulePlan(Name, Position);

/// <summary>The share of rows for which a condition is TRUE.</summary>
internal sealed record ShareCheck(string Name, BoundExpression Condition, decimal Is, decimal Within, SourcePosition Position) : TableRulePlan(Name, Position)
{
    /// <summary>How far the share of so many drawn rows strays, sqrt(p (1 - p) / n).</summary>
    public double StandardError(long rows) => rows == 0 ? 0 : Math.Sqrt((double)(Is * (1 - Is)) / rows);
}

/// <summary>The number of rows.</summary>
internal sealed record RowsCheck(string Name, long Low, long High, SourcePosition Position) : TableRulePlan(Name, Position);

/// <summary>Every value of a slot is a key of another table.</summary>
internal sealed record ForeignKeyCheck(string Name, int Slot, int ParentTable, int ParentSlot, SourcePosition Position) : TableRulePlan(Name, Position);
