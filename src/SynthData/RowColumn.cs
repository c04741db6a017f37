using SynthData.Schema;

namespace SynthData;

/// <summary>A column as a record type knows it.</summary>
/// <param name="Name">The name, as in the schema.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="IsNullable">Whether the property takes null.</param>
public sealed record RowColumn(string Name, ColumnKind Kind, bool IsNullable = false);
