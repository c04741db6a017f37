using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A schema bound to a request: every name resolved, every type known.</summary>
/// <remarks>Drafted with the counts of <c>per</c> tables open; counts filled in by Run, then checked by <see cref="CapacityCheck"/>.</remarks>
internal sealed record DatasetPlan
{
    /// <summary>The most rows of a table: permutations, popularity and positions count exactly up to here.</summary>
    public const long MaxRows = 1L << 53;

    public required DatasetSchema Schema { get; init; }

    public required ulong Seed { get; init; }

    public required int Generator { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>In the order written; a table's <see cref="TablePlan.Index"/> is its place here.</summary>
    public required ImmutableArray<TablePlan> Tables { get; init; }

    /// <summary>Indices of the tables, parents first.</summary>
    public required ImmutableArray<int> Order { get; init; }

    /// <summary>Rows by table index; null where not counted yet.</summary>
    public required ImmutableArray<long?> RowCounts { get; init; }

    /// <summary>A model is asked for so many of the first rows of each table; null for all.</summary>
    public long? TextRows { get; init; }

    /// <summary>The rows of a table that a model is asked for, where it fills any of its columns.</summary>
    public long AskedRows(int table) => Math.Min(RowCount(table), TextRows ?? long.MaxValue);

    /// <summary>The index of the first row to make, by name of the table; those before it were made by earlier runs.</summary>
    public ImmutableDictionary<string, long> RowsFrom { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>How many rows there are, those of earlier runs included.</summary>
    public long RowCount(int table) => RowCounts[table] ?? throw new InvalidOperationException("The plan is not closed.");
}

/// <summary>One table of a plan.</summary>
internal sealed record TablePlan
{
    public required TableSchema Schema { get; init; }

    public required int Index { get; init; }

    /// <summary>Null for a table with rows of its own.</summary>
    public PerPlan? Per { get; init; }

    /// <summary>By slot: the schema's columns and the synthetic ones (rows of parents, cells of parents).</summary>
    public required ImmutableArray<CellPlan> Cells { get; init; }

    /// <summary>Slots in the order of filling.</summary>
    public required ImmutableArray<int> Order { get; init; }

    /// <summary>Slots of the visible columns, in output order.</summary>
    public required ImmutableArray<int> Visible { get; init; }

    public required ImmutableArray<RowRulePlan> RowRules { get; init; }

    public required ImmutableArray<TableRulePlan> TableRules { get; init; }

    public bool IsWritten { get; init; } = true;

    /// <summary>By slot: the values of cells that a model's prompts mention, where they are a closed list.</summary>
    public ImmutableDictionary<int, ImmutableArray<string>> Closed { get; init; } = ImmutableDictionary<int, ImmutableArray<string>>.Empty;

    public string Name => Schema.Name;

    /// <summary>Finds a column of the schema; null when it has none of that name.</summary>
    public CellPlan? Find(string column) => Cells.FirstOrDefault(cell => cell.Column is not null && cell.Name == column);

    /// <summary>Slots the model fills, in output order; empty without a model.</summary>
    public ImmutableArray<int> ModelSlots => [.. Cells.Where(cell => cell.Source is ModelCells).Select(cell => cell.Slot)];

    /// <summary>True when a row whose prompts a model does not solve gets its next draw.</summary>
    public bool IsRedrawn => Schema.Unsolved == UnsolvedChoice.Redraw && !ModelSlots.IsEmpty;

    /// <summary>The table as it is made where no model is asked: what a model fills comes from what is there for the rest of the rows.</summary>
    public TablePlan WithoutModel() => this with
    {
        Cells = [.. Cells.Select(cell => cell.Source is ModelCells { Rest: { } rest } ? cell.From(rest) : cell)],
        RowRules = [.. RowRules.Select(rule => rule with { ReadsModel = false })],
    };

    /// <summary>True when a row's cells depend on rows before it of the same parent, so that a parent's rows are made in order.</summary>
    public bool IsSequential => Cells.Any(cell => cell.ReadsSiblings);
}

/// <summary>How the rows of a <c>per</c> table come about.</summary>
/// <param name="ParentTable">Index of the parent's table.</param>
/// <param name="ParentName">The parent table's name.</param>
/// <param name="RowSlot">The slot that holds the parent's row index.</param>
/// <param name="PositionSlot">The slot that holds the row's number within its parent, from 1.</param>
internal sealed record PerPlan(int ParentTable, string ParentName, int RowSlot, int PositionSlot, CountPlan Count);

/// <summary>How many children a parent has; slots are the parent's.</summary>
internal sealed record CountPlan(GivenSelector? Given, ImmutableArray<CountShapePlan> Shapes, ExactCut? Exact, string Stream)
{
    /// <summary>So many children in all, of which each parent's count is its weight; null where the counts are the children.</summary>
    public long? Total { get; init; }

    /// <summary>More children of one parent are a slip.</summary>
    public const long MaxPerParent = 1L << 40;

    /// <summary>The parent's slots that it reads.</summary>
    public IEnumerable<int> Slots =>
        (Given?.Slots ?? []).Concat(Shapes.OfType<CountExpression>().SelectMany(shape => shape.Expression.Slots)).Distinct();
}

/// <summary>One shape of a count.</summary>
internal abstract record CountShapePlan;

/// <summary>Drawn from a grid of whole numbers.</summary>
internal sealed record CountDraw(GridRange Range) : CountShapePlan;

/// <summary>Drawn from weights.</summary>
internal sealed record CountChoice(ImmutableArray<long> Values, ImmutableArray<decimal> Weights) : CountShapePlan;

/// <summary>Computed from the parent.</summary>
internal sealed record CountExpression(Expressions.BoundExpression Expression) : CountShapePlan;
