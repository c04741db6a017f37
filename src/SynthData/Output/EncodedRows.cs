using SynthData.Batches;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>A batch in the form that its file takes, independent of the batch it came from.</summary>
internal abstract class EncodedRows(RowBatch batch) : IDisposable
{
    public long FirstRowIndex { get; } = batch.FirstRowIndex;

    public int RowCount { get; } = batch.RowCount;

    /// <summary>The sum of the hashes of the batch's cells.</summary>
    public ContentSum Content { get; set; }

    public abstract void Dispose();
}

/// <summary>A batch as the very bytes of its file.</summary>
internal sealed class EncodedBytes(RowBatch batch, ByteChunk bytes) : EncodedRows(batch)
{
    public ReadOnlyMemory<byte> Bytes => bytes.Written;

    public override void Dispose() => bytes.Dispose();
}
