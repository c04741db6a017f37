using SynthData.Diagnostics;

namespace SynthData.Schema;

/// <summary><c>{ between: [age, income], r: 0.6 }</c></summary>
/// <param name="R">The rank correlation wanted, -1 to 1.</param>
internal sealed record CorrelationSchema(SchemaScalar First, SchemaScalar Second, decimal R, SourcePosition Position);
