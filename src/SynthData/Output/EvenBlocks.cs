namespace SynthData.Output;

/// <summary>Passes bytes on in blocks of one size, whatever the pieces in which they come; owns the stream below.</summary>
/// <remarks>What a deflate stream makes of the same bytes depends on how they are cut, and files must not depend on batches.</remarks>
internal sealed class EvenBlocks(Stream target) : Stream
{
    private const int BlockBytes = 1 << 17;

    private readonly byte[] block = new byte[BlockBytes];
    private int used;
    private bool isEnded;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            int taken = Math.Min(buffer.Length, BlockBytes - used);
            buffer[..taken].CopyTo(block.AsMemory(used));
            buffer = buffer[taken..];
            used += taken;
            if (used < BlockBytes)
                return;
            used = 0;
            await target.WriteAsync(block, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Does nothing: a block goes on when it is full, and the last one at the end.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (isEnded)
            return;
        isEnded = true;
        await using (target)
            await target.WriteAsync(block.AsMemory(0, used));
        await base.DisposeAsync();
    }
}
