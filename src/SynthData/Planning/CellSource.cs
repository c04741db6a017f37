using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Objects;
using SynthData.Expressions.Templates;
using SynthData.Numerics;
using SynthData.Numerics.Patterns;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>What fills a slot, bound and typed. One record a kind; Sources make fillers of them.</summary>
internal abstract record CellSource;

/// <summary>Counts up from a start, by row index.</summary>
internal sealed record SequenceCells(long Start, long Step) : CellSource;

/// <summary>UUIDs of version 8 from the stream's key.</summary>
internal sealed record UuidCells : CellSource;

/// <summary>The row index of the <c>per</c> parent; the locator fills it together with the position.</summary>
internal sealed record ParentRowCells : CellSource;

/// <summary>1, 2, 3 within the <c>per</c> parent.</summary>
internal sealed record PositionCells : CellSource;

/// <summary>Typed values with weights, by case.</summary>
/// <param name="Values">All values of all cases, each once.</param>
/// <param name="Cases">Indices into <paramref name="Values"/> with weights, one list a case of <paramref name="Given"/>.</param>
/// <param name="Exact">Shares met to the row instead of drawn.</param>
internal sealed record CategoryCells(
    LiteralCells Values, GivenSelector? Given, ImmutableArray<WeightedCells> Cases, ExactCut? Exact) : CellSource
{
    /// <summary>The stream they are drawn from where it is not named after the column; null where it is.</summary>
    public string? Stream { get; init; }
}

/// <summary>One value of a tuple.</summary>
/// <param name="RowSlot">The slot that draws which tuple it is.</param>
/// <param name="Values">This column's value in each tuple.</param>
internal sealed record TupleCells(int RowSlot, LiteralCells Values) : CellSource;

/// <summary>Marks of the faults of other columns: null until a row is written, and then where the row has none.</summary>
internal sealed record FaultLabelCells : CellSource;

/// <summary>Indices into a list of values, with weights.</summary>
internal sealed record WeightedCells(ImmutableArray<int> Indices, ImmutableArray<decimal> Weights)
{
    /// <summary>A weight for each value of the whole list; 0 for those that are not meant.</summary>
    public ImmutableArray<decimal> Full(int count)
    {
        var weights = new decimal[count];
        for (int index = 0; index < Indices.Length; index++)
            weights[Indices[index]] += Weights[index];
        return [.. weights];
    }
}

/// <summary>A draw from a grid between two ends.</summary>
/// <param name="Ranges">By case of <paramref name="Given"/>.</param>
internal sealed record RangeCells(GivenSelector? Given, ImmutableArray<GridRange> Ranges) : CellSource
{
    /// <summary>The slot that says how many rows the parent has, where its draws go to them from the least to the greatest; else null.</summary>
    public int? SiblingsSlot { get; init; }

    public bool IsOrdered => SiblingsSlot is not null;
}

/// <summary>How many rows the <c>per</c> parent of a row has.</summary>
internal sealed record SiblingCountCells : CellSource;

/// <summary>One attribute of a coherent entity.</summary>
/// <param name="Locales">One, or several among which columns decide.</param>
/// <param name="Of">Whom or what of the row it tells of, or null for the row's own.</param>
/// <param name="SexSlot">A slot that gives the person's sex, or null.</param>
/// <param name="IsTagged">Carries an injective tag of the permuted row index.</param>
internal sealed record SemanticCells(SemanticType Type, LocaleCases Locales, string? Of, int? SexSlot, bool IsTagged) : CellSource
{
    /// <summary>The stream that all attributes of this person, place or other entity of the row share.</summary>
    public string EntityStream => Of is null ? Type.StreamName : $"{Type.StreamName}#{Of}";

    /// <summary>Whether a unique column of the row carries the same number, which this one then shows too.</summary>
    public bool FollowsTag { get; init; }

    /// <summary>The stream of the tags: one for all that carry a number together, else the column's own.</summary>
    public string TagStream(string stream) => Type.Number.Length == 0 ? stream + "#tag" : $"{EntityStream}:{Type.Number}#tag";
}

/// <summary>Locales by case of a condition; without one, the locale of all rows.</summary>
internal sealed record LocaleCases(GivenSelector? Given, ImmutableArray<string> Tags);

/// <summary>Texts of a regular expression; permuted ranks when unique, uniform ranks else.</summary>
internal sealed record PatternCells(Pattern Pattern, string Text, bool IsUnique) : CellSource
{
    /// <summary>What overwrites places of the texts, which are 0 in <see cref="Pattern"/>; null for none.</summary>
    public CheckDigitKind? CheckDigit { get; init; }
}

/// <summary>A template over other cells.</summary>
internal sealed record TemplateCells(BoundTemplate Template) : CellSource
{
    /// <summary>What overwrites places of the text; null for nothing.</summary>
    public CheckDigitKind? CheckDigit { get; init; }
}

/// <summary>JSON of other cells.</summary>
internal sealed record ObjectCells(BoundObject Object) : CellSource;

/// <summary>Computed from other cells.</summary>
internal sealed record ExpressionCells(BoundExpression Expression) : CellSource;

/// <summary>The row index of a referenced parent.</summary>
/// <param name="ParentTable">Index of the parent's table.</param>
/// <param name="Zipf">The exponent of popularity, or null for uniform.</param>
/// <param name="IsEarlier">A row of the own table before this one; row 0 gets null.</param>
/// <param name="IsOneToOne">Every parent at most once, by permutation.</param>
/// <param name="IsDistinct">No parent twice among the rows of one <c>per</c> parent.</param>
internal sealed record ReferenceRowCells(int ParentTable, double? Zipf, bool IsEarlier, bool IsOneToOne, bool IsDistinct) : CellSource
{
    /// <summary>The most parents that can be weighed or filtered: their rows are counted in 32 bits.</summary>
    public const long MaxChosen = int.MaxValue - 64;

    /// <summary>What says how often each parent is picked; null for all alike, or by popularity.</summary>
    public ParentWeight? Weight { get; init; }

    /// <summary>Which parents a row may refer to; null for all.</summary>
    public ParentFilter? Filter { get; init; }
}

/// <summary>The row index of the parent whose key another slot holds; null where it holds none.</summary>
internal sealed record KeyRowCells(int ParentTable, int ParentSlot, int KeySlot) : CellSource;

/// <summary>A parent's cell, found through the slot that holds the parent's row index.</summary>
internal sealed record LookupCells(int RowSlot, int ParentTable, int ParentSlot) : CellSource;

/// <summary>The cell of another slot in the row before of the same <c>per</c> parent; in a parent's first row an expression.</summary>
internal sealed record PreviousCells(int Slot, BoundExpression First) : CellSource;

/// <summary>A moment for each row of a parent: regular, by drawn gaps, or spread between start and end.</summary>
/// <param name="Start">The first moment, and where gaps begin.</param>
/// <param name="Spacing">How moments follow one another.</param>
/// <param name="Profile">How much happens at which hour of the week; null for always as much.</param>
/// <param name="Step">The grid from the start that moments are brought down to, in microseconds.</param>
/// <param name="Order">The slots that say where in its parent a row stands.</param>
internal sealed record TimeSeriesCells(RangeEnd Start, SeriesSpacing Spacing, WeekProfile? Profile, long Step, RowOrder Order) : CellSource;

/// <summary>How moments follow one another: one of the three.</summary>
/// <param name="Every">Microseconds from row to row.</param>
/// <param name="Gap">Gaps drawn in seconds.</param>
/// <param name="End">Where all rows lie before.</param>
internal sealed record SeriesSpacing(long? Every, IDistribution? Gap, RangeEnd? End);

/// <summary>A number for each row of a parent: the sum of what is planned of a level or walk, a trend, seasons, noise and anomalies.</summary>
/// <param name="Start">The level, or where the walk begins.</param>
/// <param name="Trend">Added each day along the moments, or each row without them.</param>
/// <param name="Along">The moments it runs along; null where it runs along the rows.</param>
internal sealed record NumberSeriesCells(
    RangeEnd Start, WalkPlan? Walk, double Trend, SeriesMoments? Along, ImmutableArray<SeasonPlan> Seasons, IDistribution? Noise, AnomalyPlan? Anomalies, RowOrder Order)
    : CellSource;

/// <summary>A sum of steps between two bounds, which may be infinite.</summary>
internal sealed record WalkPlan(IDistribution Step, double Min, double Max);

/// <summary>A wave of so many microseconds or rows.</summary>
/// <param name="Shift">How much later it rises through its middle.</param>
internal sealed record SeasonPlan(bool IsOfTime, long Period, long Shift, double Amplitude);

/// <summary>Rows to which a size between two is added.</summary>
internal sealed record AnomalyPlan(double Share, double Low, double High);

/// <summary>The column of moments that a series of numbers runs along.</summary>
/// <param name="Start">Where its own series begins.</param>
internal sealed record SeriesMoments(int Slot, ColumnType Type, RangeEnd Start);

/// <summary>Marks the rows of a series of numbers that are anomalies.</summary>
/// <param name="Series">The slot of the numbers.</param>
/// <param name="Stream">The stream that the numbers are drawn from.</param>
internal sealed record AnomalyLabelCells(int Series, string Stream, double Share) : CellSource;

/// <summary>One value of the rows of another table that are made <c>per</c> this one.</summary>
/// <param name="ChildTable">Index of the children's table.</param>
/// <param name="Argument">Over the children's slots; null where rows are counted.</param>
/// <param name="Position">Where it is written.</param>
internal sealed record AggregateCells(int ChildTable, AggregateKind Kind, BoundExpression? Argument, SourcePosition Position) : CellSource
{
    /// <summary>The children's slots that are read.</summary>
    public ImmutableArray<int> ChildSlots => Argument?.Slots ?? [];
}

/// <summary>Cells a model fills.</summary>
internal sealed record ModelCells(PromptColumn Prompt) : CellSource
{
    /// <summary>What the schema gives for want of a model; null for nothing.</summary>
    public CellSource? Fallback { get; init; }

    /// <summary>The slots that <see cref="Fallback"/> reads.</summary>
    public ImmutableArray<int> FallbackInputs { get; init; } = [];

    /// <summary>What fills the rows that the model is not asked for; null where it is asked for all.</summary>
    public CellSource? Rest { get; init; }
}

/// <summary>The first case whose condition is TRUE.</summary>
internal sealed record CasesCells(ImmutableArray<CellCase> Cases) : CellSource;

/// <summary>One case; without a condition, all that is left.</summary>
internal sealed record CellCase(BoundExpression? When, CellSource Source);

/// <summary>One literal a row, by row index.</summary>
internal sealed record ListedCells(LiteralCells Values) : CellSource;

/// <summary>Literals of one type, as a read-only column.</summary>
internal sealed record LiteralCells(Column Cells, ImmutableArray<string> Texts)
{
    public int Count => Texts.Length;
}

/// <summary>A range of a grid and how values are drawn from it.</summary>
/// <param name="Low">The lower end; slots make it differ by row.</param>
/// <param name="High">The upper end.</param>
/// <param name="Step">The grid's step in the column's storage units; 0 for a continuum.</param>
/// <param name="Draw">Null for uniform.</param>
internal sealed record GridRange(RangeEnd Low, RangeEnd High, long Step, DistributionPlan? Draw)
{
    /// <summary>What distances are measured from (<c>after</c>, <c>before</c>); without it they count from the lower end.</summary>
    public RangeEnd? Anchor { get; init; }

    /// <summary>True for a distribution without ends: not cut, and an error where it goes over the type's limits, which the ends then are.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True where values lie before their anchor.</summary>
    public bool IsBefore { get; init; }
}

/// <summary>An end of a range: a constant in the column's storage units, or an expression.</summary>
internal readonly record struct RangeEnd(double Number, long Units, BoundExpression? Expression)
{
    public bool IsConstant => Expression is null;
}

/// <summary>A distribution with its parameters in the column's plain numbers; for dates and timestamps, distances in days or seconds from the end.</summary>
/// <param name="IsBare">Without parameters: fitted to the ends.</param>
internal sealed record DistributionPlan(string Name, ImmutableSortedDictionary<string, double> Parameters, bool IsBare)
{
    /// <summary>What a mixture is made of.</summary>
    public ImmutableArray<WeightedDraw> Parts { get; init; } = [];

    /// <summary>The column holds whole numbers, of which a uniform draw gives each the same weight.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The distribution, where no end of a range has a part in it.</summary>
    public IDistribution? Made { get; init; }
}

/// <summary>One part of a mixture.</summary>
internal sealed record WeightedDraw(double Weight, DistributionPlan Draw);

/// <summary>Shares met to the row: cuts of a permutation of the row index, nested in another column's when that is its condition.</summary>
/// <param name="Stream">The stream that keys the permutation.</param>
/// <param name="Within">The exact column this one is cut within, or null for the whole table.</param>
/// <param name="Cases">For each leaf of <paramref name="Within"/> (one, without): weights.</param>
internal sealed record ExactCut(string Stream, ExactCut? Within, ImmutableArray<ImmutableArray<decimal>> Cases)
{
    /// <summary>Rows whose value is given, ascending, with the number of the value; they count toward the shares.</summary>
    public ImmutableArray<(long Row, int Value)> Fixed { get; init; } = [];
}
