using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Output;

/// <summary>Reads a table's file, whoever made it, as typed rows and what is wrong with it.</summary>
internal interface ITableReader : IAsyncDisposable
{
    /// <summary>Columns missing, unknown or of another type; complete once all rows are read.</summary>
    IReadOnlyList<HeaderProblem> HeaderProblems { get; }

    /// <summary>Gives the rows in order; each batch is the caller's to keep.</summary>
    /// <exception cref="Diagnostics.GenerationException">SD5030: the bytes are not of the format at all.</exception>
    IAsyncEnumerable<ReadRows> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Rows read, and the cells among them that are not of their column's type: these are errors in their column.</summary>
internal sealed record ReadRows(RowBatch Rows, ImmutableArray<CellProblem> Problems);

/// <summary>A cell or row that is not what was expected.</summary>
/// <param name="RowNumber">From 1, without the header.</param>
/// <param name="Column">The column, or null when the row as a whole is wrong.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Expected">What was expected, such as <c>int64</c> or <c>5 fields</c>.</param>
internal sealed record CellProblem(long RowNumber, string? Column, string Text, string Expected);

/// <summary>A column that is not as expected.</summary>
internal sealed record HeaderProblem(HeaderProblemKind Kind, string Column, string Detail = "");

/// <summary>What is wrong with a column of a file.</summary>
internal enum HeaderProblemKind
{
    /// <summary>Expected, and not there: all its cells are read as null.</summary>
    Missing,

    /// <summary>There, and not expected: not read.</summary>
    Unknown,

    /// <summary>There twice: the first is read.</summary>
    Duplicate,

    /// <summary>Stored as another type that does not fit: all its cells are read as errors.</summary>
    Type,
}
