using System.Runtime.InteropServices;

namespace SynthData.Cli;

/// <summary>Standard output that tells when its reader went away.</summary>
/// <remarks>
/// The console's own stream takes a closed pipe for a success, so a run would go on for ever and end with 0; a file stream on the
/// same handle keeps a position of its own, which what else writes to that handle does not see.
/// </remarks>
internal sealed partial class StandardOutput : Stream
{
    private const int Descriptor = 1;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int TryAgain = 11;
    private const int TryAgainOfMac = 35;

    private StandardOutput()
    {
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says whether a write failed because nobody reads any more.</summary>
    public static bool HasNoReader(IOException failure) => failure.HResult == BrokenPipe;

    public static Stream Open() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardOutput();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written = WriteSome(Descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else
                Wait(Marshal.GetLastPInvokeError());
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // A pipe that somebody set not to block is full for a moment; any other refusal is told with its number, as .NET's files do.
    private static void Wait(int error)
    {
        if (error is TryAgain or TryAgainOfMac)
            Thread.Sleep(1);
        else if (error != Interrupted)
            throw new IOException(error == BrokenPipe ? "whoever reads it stopped before the end." : $"{Marshal.GetPInvokeErrorMessage(error)}.", error);
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteSome(int descriptor, in byte buffer, nint count);
}
