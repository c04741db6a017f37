using System.Collections.Immutable;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>What a run is about to write, and where.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Format">The format of its files: an <see cref="ITableFormat"/> or an <see cref="IDatasetFormat"/>.</param>
/// <param name="Run">The manifest to be, its tables and model's totals not yet known; its shard says which part is written.</param>
/// <param name="Tables">The names of the tables that will be written.</param>
/// <param name="IsOverwrite">Whether another dataset at the target may be replaced.</param>
internal sealed record DatasetRequest(
    OutputTarget Target, IFileFormat Format, RunManifest Run, ImmutableArray<string> Tables, bool IsOverwrite = false)
{
    /// <summary>What its files are named after: each table, or the dataset.</summary>
    public ImmutableArray<string> Stems => Format is IDatasetFormat ? [Run.Dataset] : Tables;

    /// <summary>Told of the steps of the commit; for tests.</summary>
    public Action<CommitStep>? Probe { get; init; }
}
