using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Journals;

/// <summary>The file of a journal: locked, readable by its owner only, written line by line.</summary>
internal sealed class JournalFile : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly FileStream stream;
    private readonly string path;
    private readonly GroupSync group;
    private volatile string? spoilt;

    private JournalFile(FileStream stream, string path)
    {
        this.stream = stream;
        this.path = path;
        group = new GroupSync(() => Write(() => RandomAccess.FlushToDisk(stream.SafeFileHandle)));
    }

    /// <exception cref="GenerationException">SD5903 or SD5904.</exception>
    public static JournalFile Open(string path, bool isReadOnly)
    {
        var options = new FileStreamOptions
        {
            Mode = isReadOnly ? FileMode.Open : FileMode.OpenOrCreate,
            Access = isReadOnly ? FileAccess.Read : FileAccess.ReadWrite,
            Share = isReadOnly ? FileShare.Read : FileShare.None,
            BufferSize = 0,
        };
        if (!isReadOnly && !OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        try
        {
            return new JournalFile(new FileStream(path, options), path);
        }
        catch (IOException exception) when (IsLocked(exception))
        {
            throw new GenerationException(ModelDiagnostics.JournalLocked.At(null, path), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, exception.Message), exception);
        }
    }

    /// <summary>Reads the lines of the file from its start, without their breaks.</summary>
    public IEnumerable<(byte[] Line, long Offset, bool HasBreak)> ReadLines()
    {
        stream.Position = 0;
        byte[] buffer = new byte[1 << 16];
        var line = new MemoryStream();
        long offset = 0;
        int got;
        while ((got = stream.Read(buffer)) > 0)
        {
            int start = 0;
            while (start < got)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', start, got - start);
                line.Write(buffer, start, (end < 0 ? got : end) - start);
                if (end < 0)
                    break;
                yield return (line.ToArray(), offset, true);
                offset += line.Length + 1;
                line.SetLength(0);
                start = end + 1;
            }
        }

        if (line.Length > 0)
            yield return (line.ToArray(), offset, false);
    }

    /// <summary>Leaves the file to its owner alone, once it is known to be a journal.</summary>
    /// <exception cref="GenerationException">SD5904.</exception>
    public void Restrict() => Write(() =>
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, Owner);
    });

    public void CutAt(long length) => Write(() => stream.SetLength(length));

    /// <summary>Writes whole lines at the end of the file.</summary>
    /// <param name="isSynced">Whether they must be on disk when this returns.</param>
    /// <returns>Where they begin.</returns>
    /// <exception cref="GenerationException">SD5904: now, or at an earlier line; half a line may stand at the end.</exception>
    public long Append(ReadOnlyMemory<byte> lines, bool isSynced)
    {
        long offset = 0;
        Write(() =>
        {
            offset = stream.Seek(0, SeekOrigin.End);
            stream.Write(lines.Span);
            if (isSynced)
                stream.Flush(flushToDisk: true);
        });
        return offset;
    }

    /// <summary>Reads a record whose place is known.</summary>
    /// <exception cref="GenerationException">SD5904.</exception>
    public T ReadRecord<T>(JournalPlace place)
        where T : JournalRecord
    {
        try
        {
            byte[] line = new byte[place.Length];
            int got = 0;
            for (int more = 1; more > 0 && got < line.Length; got += more)
                more = RandomAccess.Read(stream.SafeFileHandle, line.AsSpan(got), place.Offset + got);
            return (T)JournalLine.Read(line.AsSpan(0, got));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or NotSupportedException or InvalidCastException)
        {
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, exception.Message), exception);
        }
    }

    /// <summary>Waits until every line appended so far is on disk, together with whoever else waits.</summary>
    /// <exception cref="GenerationException">SD5904.</exception>
    public Task SyncAsync() => group.WaitAsync();

    public void Dispose() => stream.Dispose();

    // After a failure nothing more is written: a line behind half a line would be damage in the middle. Every later one is told the first reason.
    private void Write(Action action)
    {
        if (spoilt is not null)
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, spoilt));
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            spoilt = exception.Message;
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, exception.Message), exception);
        }
    }

    // EWOULDBLOCK of flock on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION on Windows.
    private static bool IsLocked(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
