using System.Collections.Immutable;
using SynthData.Schema;

namespace SynthData;

/// <summary>A table and the columns that a record type of it has.</summary>
internal sealed record TableShape(TableSchema Table, ImmutableArray<RowColumn> Columns);
