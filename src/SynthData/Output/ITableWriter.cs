using SynthData.Batches;

namespace SynthData.Output;

/// <summary>Writes one table's file: rows are encoded anywhere, and appended by one caller in their order.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    /// <summary>Encodes a batch, copying what it needs of it. Pure and thread-safe: several batches may be encoded at once.</summary>
    EncodedRows Encode(RowBatch batch);

    /// <summary>Appends encoded rows and disposes them. One call at a time, in row order.</summary>
    ValueTask AppendAsync(EncodedRows rows, CancellationToken cancellationToken);

    /// <summary>Writes what ends the file. Without it the file is not whole.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
