using System.Collections.Immutable;
using SynthData.Batches;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Writes one dataset to its target: a table after the other, then the commit. Without a commit nothing is left behind.</summary>
internal interface IDatasetWriter : IAsyncDisposable
{
    /// <summary>What stood at the target. When it is complete there is nothing to write: dispose this.</summary>
    DatasetState State { get; }

    /// <summary>Begins a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its visible columns, in output order.</param>
    /// <param name="firstRow">The index of the first row that will be written.</param>
    ValueTask<TableOutput> BeginTableAsync(string table, ImmutableArray<BatchColumn> columns, long firstRow, CancellationToken cancellationToken);

    /// <summary>Makes all tables and the manifest visible at once. Once begun it is not cancelled.</summary>
    /// <returns>The manifest as it stands there, every file named.</returns>
    ValueTask<RunManifest> CommitAsync(RunManifest manifest, CancellationToken cancellationToken);
}
