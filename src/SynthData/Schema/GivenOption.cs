using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>An option that may depend on the values of the columns named by <c>given</c>.</summary>
/// <param name="Cases">One per condition, in the order written; empty when the option holds for all rows.</param>
/// <param name="Otherwise">The <c>else</c>, or the option that holds for all rows.</param>
/// <param name="Position">Where the option starts.</param>
internal sealed record GivenOption<T>(ImmutableArray<GivenCase<T>> Cases, T? Otherwise, SourcePosition Position)
    where T : class
{
    public bool IsConditional => Cases.Length > 0;

    /// <summary>Every value the option can take, cases first.</summary>
    public IEnumerable<T> All => Cases.Select(c => c.Value).Concat(Otherwise is null ? [] : [Otherwise]);
}

/// <summary>One condition of a <see cref="GivenOption{T}"/>.</summary>
/// <param name="Key">One scalar for each <c>given</c> column, in order.</param>
internal sealed record GivenCase<T>(ImmutableArray<SchemaScalar> Key, T Value, SourcePosition Position)
    where T : class;
