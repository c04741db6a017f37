using ZstdSharp;

namespace SynthData.Output.Zstd;

/// <summary>Unpacks frames of zstd one after the other. The stream below stays the caller's.</summary>
/// <remarks>Errors: <see cref="InvalidDataException"/> for what is not zstd, <see cref="EndOfStreamException"/> for a frame that was cut off.</remarks>
internal sealed class ZstdUnpacking(Stream packed) : Stream
{
    private readonly DecompressionStream unpacked = new(packed, leaveOpen: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (ZstdException failure)
        {
            throw NotZstd(failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (ZstdException failure)
        {
            throw NotZstd(failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static InvalidDataException NotZstd(ZstdException failure) => new($"It is not packed with zstd: {failure.Message}.", failure);
}
