using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Rules.Validation;

/// <summary>Checks the cells of one column against what its source can give.</summary>
internal abstract class SourceCheck
{
    /// <summary>The slots read besides the column's own.</summary>
    public virtual ImmutableArray<int> Reads => [];

    /// <summary>Finds how each cell differs; what stands at error cells does not matter.</summary>
    public abstract void Find(Frame frame, Column cells, Span<Misfit> found);

    /// <summary>Tells a cell whose value the source does not give, or gives null for.</summary>
    public abstract void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind);

    /// <summary>Makes the check of a source.</summary>
    /// <param name="canRead">Whether a slot is known; what depends on others is checked as far as it does not.</param>
    public static SourceCheck For(CellPlan cell, CellSource source, Func<int, bool> canRead) => source switch
    {
        CategoryCells category => new CategoryCheck(category.Given is null || category.Given.Slots.All(canRead) ? category : CategoryCheck.WithoutGiven(category)),
        TupleCells tuple => new CategoryCheck(CategoryCheck.AnyOf(tuple.Values)),
        ListedCells listed => new CategoryCheck(CategoryCheck.AnyOf(listed.Values)),
        RangeCells range => new RangeCheck(cell, range),
        NumberSeriesCells { Start.Expression: not null } or NumberSeriesCells { Along: not null } => new NullableCheck(),
        TimeSeriesCells series => new SeriesCheck(cell, series),
        PatternCells pattern => new PatternCheck(pattern),
        SemanticCells semantic when SemanticCellCheck.For(semantic) is { } check => check,
        ExpressionCells or TemplateCells or ObjectCells => new ComputedCheck(cell, source),
        CasesCells cases => new CasesCheck(cases, [.. cases.Cases.Select(branch => For(cell, branch.Source, canRead))]),
        _ => new AnyValueCheck(),
    };
}

/// <summary>Accepts every value of the type, and null, which what the source reads may make of it.</summary>
internal sealed class NullableCheck : SourceCheck
{
    public override void Find(Frame frame, Column cells, Span<Misfit> found) => found.Clear();

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
    }
}

/// <summary>Accepts every value of the type, but no null.</summary>
internal sealed class AnyValueCheck : SourceCheck
{
    public override void Find(Frame frame, Column cells, Span<Misfit> found)
    {
        for (int row = 0; row < found.Length; row++)
            found[row] = cells.States[row] == CellState.Null ? new Misfit(MisfitKind.Null, this) : default;
    }

    public override void Tell(CheckContext context, CellPlan cell, Frame frame, int row, MisfitKind kind)
    {
    }
}
