using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Output.Databases;

/// <summary>What a run is about to write into a database.</summary>
/// <param name="Run">The manifest to be, its tables and model's totals not yet known.</param>
/// <param name="Tables">The tables that will be written, parents first.</param>
internal sealed record DatabaseRequest(RunManifest Run, ImmutableArray<TableDefinition> Tables, DatabaseOptions Options);
