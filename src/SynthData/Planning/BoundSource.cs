using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A source after binding: what it makes, in which type, from which slots.</summary>
internal sealed record BoundSource(CellSource Source, ColumnType Type, ImmutableArray<int> Inputs, string Keyword)
{
    public bool IsUnique { get; init; }

    public string Detail { get; init; } = "";
}
