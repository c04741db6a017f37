using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>What was asked and answered, on disk before it is used; found again by call and by cell. Thread-safe.</summary>
/// <remarks>Kept in memory is where everything stands: 36 bytes a cell. A reply is read when it is used.</remarks>
internal sealed class Journal : IDisposable
{
    private readonly Lock gate = new();
    private readonly JournalFile file;
    private readonly Dictionary<JournalKey, (AskRecord Ask, JournalPlace Place)> unanswered = [];
    private readonly Dictionary<JournalKey, KeptReply> replies = [];
    private readonly List<KeptReply> asked = [];
    private readonly Dictionary<JournalKey, CellPlace> cells = [];
    private readonly HashSet<(string Model, string Feature)> refused = [];
    private readonly SortedSet<string> models = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Model, string Table), int> answered = [];
    private readonly List<Diagnostic> warnings = [];
    private long last;

    private Journal(JournalFile file, string path, bool isReadOnly)
    {
        this.file = file;
        Path = path;
        IsReadOnly = isReadOnly;
    }

    public string Path { get; }

    /// <summary>The number of the last record that was there when it was opened; 0 for an empty one.</summary>
    public long KnownBefore { get; private set; }

    /// <summary>Whether nothing is written: a replay.</summary>
    public bool IsReadOnly { get; }

    /// <summary>What was found and mended on opening.</summary>
    public IReadOnlyList<Diagnostic> Warnings => warnings;

    /// <summary>The models asked, by name.</summary>
    public IReadOnlyCollection<string> Models => models;

    /// <summary>Opens a journal, or makes an empty one, and locks it until it is disposed.</summary>
    /// <param name="isReadOnly">For a replay: the file must exist and is left as it is.</param>
    /// <exception cref="GenerationException">SD5901 to SD5904.</exception>
    public static Journal Open(string path, bool isReadOnly = false)
    {
        var journal = new Journal(JournalFile.Open(path, isReadOnly), path, isReadOnly);
        try
        {
            journal.Load();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Warns when the journal has answers and none of them can serve a run: it may be another dataset's.</summary>
    /// <param name="model">Whose answers the run takes; null for any.</param>
    /// <param name="tables">Their names; what is asked of some columns of a table has its name and theirs.</param>
    public void WarnUnlessFits(string? model, IEnumerable<string> tables)
    {
        string[] wanted = [.. tables];
        if (answered.Count == 0 || answered.Keys.Any(known => (model is null || known.Model == model) && wanted.Contains(known.Table.Split('.')[0])))
            return;
        string holds = string.Join(", ", answered.Keys.Select(known => $"{known.Table} by {known.Model}"));
        warnings.Add(JournalDiagnostics.JournalOfAnother.At(null, Path, answered.Values.Sum(), holds, model ?? "a model"));
    }

    /// <summary>Finds the reply to a call; the first, where a crash left several.</summary>
    public Reply? Find(string callKey)
    {
        lock (gate)
            return replies.GetValueOrDefault(JournalKey.Of(callKey))?.Read(file).Reply;
    }

    /// <summary>Finds what a reply says about a cell: null when no reply was asked for it.</summary>
    public JournalCell? FindCell(string cellKey)
    {
        lock (gate)
        {
            if (!cells.TryGetValue(JournalKey.Of(cellKey), out CellPlace place))
                return null;
            AskedReply reply = asked[place.Reply].Read(file);
            AskedCell cell = reply.Cells[place.Index];
            return new JournalCell(reply.Reply, cell.RowIndex, cell.Column);
        }
    }

    public bool IsRefused(string model, string feature)
    {
        lock (gate)
            return refused.Contains((model, feature));
    }

    /// <summary>Everything the server of a model refused.</summary>
    public IReadOnlyList<string> RefusedOf(string model)
    {
        lock (gate)
            return [.. refused.Where(entry => entry.Model == model).Select(entry => entry.Feature)];
    }

    /// <summary>Notes that a call is about to be sent; what is lost of it in a crash costs nothing.</summary>
    public void AppendAsk(string callKey, string model, string table, ImmutableArray<AskedCell> cellsAsked, string text)
    {
        lock (gate)
        {
            var record = new AskRecord(last + 1, callKey, model, table, cellsAsked, text);
            Append(record, isSynced: false);
        }
    }

    /// <summary>Notes a reply. It is found from when it is on disk, which replies that come together wait for together.</summary>
    /// <returns>The reply with the number of its record.</returns>
    /// <exception cref="GenerationException">SD5904.</exception>
    public async Task<Reply> AppendReplyAsync(string callKey, Reply reply)
    {
        ReplyRecord record;
        JournalPlace place;
        lock (gate)
        {
            record = new ReplyRecord(last + 1, callKey, reply with { Number = last + 1 });
            last = record.Number;
            place = Write(record, isSynced: false);
        }

        await file.SyncAsync();
        lock (gate)
        {
            Index(record, place);
            return replies[JournalKey.Of(callKey)].Read(file).Reply;
        }
    }

    public void AppendCapability(string model, string feature)
    {
        lock (gate)
        {
            if (!refused.Contains((model, feature)))
                Append(new CapabilityRecord(last + 1, feature, model), isSynced: true);
        }
    }

    public void Dispose() => file.Dispose();

    private void Append(JournalRecord record, bool isSynced) => Index(record, Write(record, isSynced));

    private JournalPlace Write(JournalRecord record, bool isSynced)
    {
        byte[] line = JournalLine.Write(record);
        return new JournalPlace(file.Append(line, isSynced), line.Length - 1);
    }

    private void Index(JournalRecord record, JournalPlace place)
    {
        last = Math.Max(last, record.Number);
        switch (record)
        {
            case AskRecord ask:
                models.Add(ask.Model);
                var key = JournalKey.Of(ask.Key);
                if (!replies.ContainsKey(key))
                    unanswered[key] = (ask, place);
                break;
            case ReplyRecord came:
                Index(came, place);
                break;
            case CapabilityRecord capability:
                refused.Add((capability.Model, capability.Key));
                break;
        }
    }

    private void Index(ReplyRecord came, JournalPlace place)
    {
        var key = JournalKey.Of(came.Key);
        bool isAsked = unanswered.Remove(key, out (AskRecord Ask, JournalPlace Place) question);
        var reply = new KeptReply(place, isAsked ? question.Place : null);
        if (!replies.TryAdd(key, reply) || !isAsked)
            return;
        (string, string) name = (question.Ask.Model, question.Ask.Table);
        answered[name] = answered.GetValueOrDefault(name) + 1;
        for (int index = 0; index < question.Ask.Cells.Length; index++)
            cells.TryAdd(JournalKey.Of(question.Ask.Cells[index].Key), new CellPlace(asked.Count, index));
        asked.Add(reply);
    }

    private void Load()
    {
        var scan = new JournalScan(file, Path);
        foreach ((JournalRecord record, byte[] line, long offset) in scan.Read())
            Index(record, new JournalPlace(offset, line.Length));
        KnownBefore = last;
        if (!IsReadOnly)
            file.Restrict();
        if (scan.Torn is { } torn)
        {
            warnings.Add(ModelDiagnostics.TornJournal.At(null, Path, torn.Length));
            if (!IsReadOnly)
                file.CutAt(torn.Offset);
        }
        else if (!scan.EndsLine && !IsReadOnly)
        {
            file.Append("\n"u8.ToArray(), isSynced: true);
        }
    }
}

/// <summary>What a reply was asked about a cell.</summary>
internal sealed record JournalCell(Reply Reply, long RowIndex, string Column);

/// <summary>Where a cell's answer stands.</summary>
/// <param name="Reply">Among the replies whose asks are known.</param>
/// <param name="Index">Among the cells its call asked for.</param>
internal readonly record struct CellPlace(int Reply, int Index);
