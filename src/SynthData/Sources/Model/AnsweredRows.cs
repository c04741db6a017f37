using System.Collections.Concurrent;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>Counts the rows that have an answer to everything asked of them, right or wrong. Thread-safe.</summary>
internal sealed class AnsweredRows
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<long, byte>> byTable = new(StringComparer.Ordinal);

    public int Count(string table) => byTable.TryGetValue(table, out ConcurrentDictionary<long, byte>? rows) ? rows.Count : 0;

    public void Note(string table, long rowIndex) => byTable.GetOrAdd(table, _ => new ConcurrentDictionary<long, byte>()).TryAdd(rowIndex, 0);

    /// <summary>Takes note of the rows a reply answers.</summary>
    public void Note(TablePrompt prompt, IReadOnlyList<SlotAsk> asks, Reply reply)
    {
        foreach (SlotAsk ask in asks)
        {
            if (reply.Rows.Find(ask.RowIndex) is { } row && ask.Columns.All(column => row.Cells.ContainsKey(prompt.Columns[column])))
                Note(prompt.Table.Table, ask.RowIndex);
        }
    }
}
