using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary>A scalar as written, typed later by its column: <c>no</c>, <c>12:30</c> and <c>0.10</c> mean what they look like.</summary>
internal sealed record SchemaScalar(string Text, bool IsQuoted, SourcePosition Position)
{
    /// <summary>True for a plain <c>null</c>, <c>~</c> or nothing; quoted they are texts.</summary>
    public bool IsNull => !IsQuoted && Text is ("" or "~" or "null");
}
