using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary><c>axes: { tone: [warm, dry], priority: true }</c>: what makes answers differ, shown to a model with each row and never written.</summary>
/// <param name="Names">Hidden columns that are drawn for this, and columns that are shown, as written.</param>
internal sealed record AxesSchema(ImmutableArray<AxisName> Names);

/// <summary>An axis, by the name of its column.</summary>
internal sealed record AxisName(string Name, SourcePosition Position);
