using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>What a journal holds, once all of it was read and every checksum found right.</summary>
/// <param name="Tables">By model and table, in ordinal order.</param>
/// <param name="Unanswered">Calls that were sent and have no answer here.</param>
/// <param name="Refused">What servers refused, as <c>MODEL: FEATURE</c>.</param>
/// <param name="TornBytes">Length of a last line that a crash left, or 0.</param>
internal sealed record JournalSummary(
    string Path, long Bytes, long Records, ImmutableArray<JournalTable> Tables, int Unanswered, ImmutableArray<string> Refused, long TornBytes)
{
    /// <summary>Reads a journal and changes nothing in it.</summary>
    /// <exception cref="GenerationException">SD5901 to SD5904.</exception>
    public static JournalSummary Read(string path)
    {
        using JournalFile file = JournalFile.Open(path, isReadOnly: true);
        var scan = new JournalScan(file, path);
        var asks = new Dictionary<string, (string Model, string Table)>(StringComparer.Ordinal);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        var tables = new SortedDictionary<(string Model, string Table), JournalTable>();
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        long records = 0;
        foreach ((JournalRecord record, _, _) in scan.Read())
        {
            records++;
            switch (record)
            {
                case AskRecord ask:
                    asks[ask.Key] = (ask.Model, ask.Table);
                    break;
                case ReplyRecord reply:
                    answered.Add(reply.Key);
                    (string Model, string Table) name = asks.GetValueOrDefault(reply.Key, ("unknown", "unknown"));
                    tables[name] = (tables.GetValueOrDefault(name) ?? new JournalTable(name.Model, name.Table)).With(reply.Reply);
                    break;
                case CapabilityRecord capability:
                    refused.Add($"{capability.Model}: {capability.Key}");
                    break;
            }
        }

        return new JournalSummary(
            path, new FileInfo(path).Length, records, [.. tables.Values], asks.Keys.Count(key => !answered.Contains(key)), [.. refused], scan.Torn?.Length ?? 0);
    }
}

/// <summary>The answers of one model about one table.</summary>
internal sealed record JournalTable(string Model, string Table)
{
    public int Replies { get; init; }

    public int Cut { get; init; }

    public int Broken { get; init; }

    /// <summary>Rows found in the answers.</summary>
    public long Rows { get; init; }

    public long TokensIn { get; init; }

    public long TokensOut { get; init; }

    public JournalTable With(Reply reply) => this with
    {
        Replies = Replies + 1,
        Cut = Cut + (reply.End == ReplyEnd.Cut ? 1 : 0),
        Broken = Broken + (reply.End == ReplyEnd.Broken ? 1 : 0),
        Rows = Rows + reply.Rows.Rows.Length,
        TokensIn = TokensIn + reply.TokensIn,
        TokensOut = TokensOut + reply.TokensOut,
    };
}
