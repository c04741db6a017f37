using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Journals;

/// <summary>Writes a journal anew without what serves nothing: questions nobody answered or that stand there twice, second answers to one question, repeated refusals.</summary>
/// <remarks>
/// The new file replaces the old one in one step, when it is whole and on disk; until then the old one stays as it is, under its lock.
/// Records keep their numbers, so that what a run counts of a journal does not change.
/// </remarks>
internal sealed record JournalCompaction(long BytesBefore, long BytesAfter, int Kept, int DroppedAsks, int DroppedReplies, int DroppedRefusals)
{
    /// <exception cref="GenerationException">SD5901 to SD5904: nothing was changed.</exception>
    public static JournalCompaction Run(string path)
    {
        if (!File.Exists(path))
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, "there is no such file."));
        string fresh = path + ".compact";
        JournalFile old = JournalFile.Open(path, isReadOnly: false);
        try
        {
            var scan = new JournalScan(old, path);
            var served = new ServedRecords();
            foreach ((JournalRecord record, _, _) in scan.Read())
                served.Count(record);

            var done = new JournalCompaction(new FileInfo(path).Length, 0, 0, 0, 0, 0);
            File.Delete(fresh);                                 // of an earlier one that was killed
            using (JournalFile target = JournalFile.Open(fresh, isReadOnly: false))
                done = Copy(scan, served, target, done);
            done = done with { BytesAfter = new FileInfo(fresh).Length };
            if (OperatingSystem.IsWindows())
                old.Dispose();                                  // an open file cannot be replaced there
            Replace(fresh, path);
            return done;
        }
        finally
        {
            old.Dispose();
        }
    }

    private static JournalCompaction Copy(JournalScan scan, ServedRecords served, JournalFile target, JournalCompaction done)
    {
        foreach ((JournalRecord record, byte[] line, _) in scan.Read())
        {
            if (served.IsServing(record))
            {
                target.Append((byte[])[.. line, (byte)'\n'], isSynced: false);
                done = done with { Kept = done.Kept + 1 };
                continue;
            }

            done = record switch
            {
                AskRecord => done with { DroppedAsks = done.DroppedAsks + 1 },
                ReplyRecord => done with { DroppedReplies = done.DroppedReplies + 1 },
                _ => done with { DroppedRefusals = done.DroppedRefusals + 1 },
            };
        }

        target.Append(ReadOnlyMemory<byte>.Empty, isSynced: true);
        return done;
    }

    private static void Replace(string fresh, string path)
    {
        try
        {
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GenerationException(ModelDiagnostics.JournalFailed.At(null, path, exception.Message), exception);
        }
    }

    /// <summary>Which records a run would look at: of each call the first answer and the question last asked before it.</summary>
    private sealed class ServedRecords
    {
        private readonly Dictionary<string, long> asks = new(StringComparer.Ordinal);
        private readonly HashSet<string> answered = new(StringComparer.Ordinal);
        private readonly HashSet<(string Model, string Feature)> refused = [];
        private readonly HashSet<long> serving = [];

        public void Count(JournalRecord record)
        {
            bool isServing = record switch
            {
                ReplyRecord => answered.Add(record.Key),
                CapabilityRecord capability => refused.Add((capability.Model, capability.Key)),
                _ => false,
            };
            if (isServing)
                serving.Add(record.Number);
            if (isServing && record is ReplyRecord && asks.TryGetValue(record.Key, out long asked))
                serving.Add(asked);
            if (record is AskRecord)
                asks[record.Key] = record.Number;
        }

        public bool IsServing(JournalRecord record) => serving.Contains(record.Number);
    }
}
