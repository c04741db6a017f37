using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Journals;

/// <summary>Reads the records of a journal from its start.</summary>
/// <remarks>A crash leaves a last line without its break, whole or torn. A line with its break was written whole, so damage in it is told, wherever it stands.</remarks>
internal sealed class JournalScan(JournalFile file, string path)
{
    /// <summary>The last line, when it is damaged: where it begins, and its length in bytes.</summary>
    public (long Offset, long Length)? Torn { get; private set; }

    /// <summary>Whether the last line ends in a line break; true for an empty file.</summary>
    public bool EndsLine { get; private set; } = true;

    /// <summary>Reads every whole record, with its line without the break and where that begins.</summary>
    /// <exception cref="GenerationException">SD5901, SD5902.</exception>
    public IEnumerable<(JournalRecord Record, byte[] Line, long Offset)> Read()
    {
        int lineNumber = 0;
        foreach ((byte[] line, long offset, bool isEnded) in file.ReadLines())
        {
            lineNumber++;
            EndsLine = isEnded;
            if (ReadLine(line, lineNumber, out string damage) is { } record)
                yield return (record, line, offset);
            else if (isEnded || !BeginsAsRecord(line))
                throw new GenerationException(ModelDiagnostics.BadJournalLine.At(null, path, lineNumber, damage));
            else
                Torn = (offset, line.Length);
        }
    }

    // A file of another kind is not cut; a disk may have left a hole where a line was to be.
    private static bool BeginsAsRecord(ReadOnlySpan<byte> line) =>
        line[0] == 0 || JournalLine.Head.StartsWith(line[..Math.Min(line.Length, JournalLine.Head.Length)]);

    private JournalRecord? ReadLine(byte[] line, int lineNumber, out string damage)
    {
        damage = "";
        try
        {
            return JournalLine.Read(line);
        }
        catch (NotSupportedException exception)
        {
            throw new GenerationException(ModelDiagnostics.NewerJournal.At(null, path, lineNumber, exception.Message, JournalLine.Version), exception);
        }
        catch (FormatException exception)
        {
            damage = exception.Message;
            return null;
        }
    }
}
