using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Journals;

/// <summary>Reads the records of a journal from its start.</summary>
/// <remarks>Only the last line may be damaged: that is what a crash leaves. Damage is therefore told when a line follows it.</remarks>
internal sealed class JournalScan(JournalFile file, string path)
{
    /// <summary>The last line, when it is damaged: where it begins, and its length in bytes.</summary>
    public (long Offset, long Length)? Torn { get; private set; }

    /// <summary>Whether the last line ends in a line break; true for an empty file.</summary>
    public bool EndsLine { get; private set; } = true;

    /// <summary>Reads every whole record, with its line without the break.</summary>
    /// <exception cref="GenerationException">SD5901, SD5902.</exception>
    public IEnumerable<(JournalRecord Record, byte[] Line)> Read()
    {
        int lineNumber = 0;
        string? damage = null;
        foreach ((byte[] line, long offset, bool isEnded) in file.ReadLines())
        {
            if (damage is not null)
                throw new GenerationException(ModelDiagnostics.BadJournalLine.At(null, path, lineNumber, damage));
            lineNumber++;
            EndsLine = isEnded;
            if (ReadLine(line, lineNumber, out damage) is { } record)
                yield return (record, line);
            else
                Torn = (offset, line.Length);
        }
    }

    private JournalRecord? ReadLine(byte[] line, int lineNumber, out string? damage)
    {
        damage = null;
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
