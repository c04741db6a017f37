using System.Buffers;

namespace SynthData.Output;

/// <summary>A growing buffer of bytes from the shared pool, for encoders that want a stream or a buffer writer.</summary>
internal sealed class ByteChunk(int capacity) : Stream, IBufferWriter<byte>
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int used;

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, used);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => used;

    public override long Position
    {
        get => used;
        set => throw new NotSupportedException();
    }

    public void Advance(int count) => used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(1, sizeHint));
        return buffer.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(Math.Max(1, sizeHint));
        return buffer.AsSpan(used);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(GetSpan(buffer.Length));
        used += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value)
    {
        GetSpan(1)[0] = value;
        used++;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            used = 0;
        }

        base.Dispose(disposing);
    }

    private void Grow(int room)
    {
        if (buffer.Length - used >= room)
            return;

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(used + room, buffer.Length * 2)));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
