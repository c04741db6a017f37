using System.Collections.Immutable;
using SynthData.Sources.Model.Prompts;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>What came of the cells a call asked for, whichever replies it came from.</summary>
internal sealed class CallAnswer
{
    private readonly Dictionary<(long RowIndex, int Column), CellOutcome> outcomes = [];

    public CellOutcome this[long rowIndex, int column] => outcomes[(rowIndex, column)];

    public IEnumerable<Reply> Replies => outcomes.Values.Select(outcome => outcome.Reply).Distinct();

    public void Take(IReadOnlyList<SlotAsk> asks, ImmutableArray<string> names, Reply reply)
    {
        foreach (SlotAsk ask in asks)
        {
            foreach (int column in ask.Columns)
                Take(ask, column, reply, names[column]);
        }
    }

    /// <summary>Takes one cell of a reply.</summary>
    /// <returns>The cell, or null where the reply lacks it.</returns>
    public ReplyCell? Take(SlotAsk ask, int column, Reply reply, string name)
    {
        ReplyRow? row = reply.Rows.Find(ask.RowIndex);
        ReplyCell? cell = row is not null && row.Cells.TryGetValue(name, out ReplyCell found) ? found : null;
        outcomes[(ask.RowIndex, column)] = new CellOutcome(reply, row is not null, cell);
        return cell;
    }
}

/// <summary>What a reply says about a cell.</summary>
/// <param name="HasRow">Whether it has a row for the slot at all.</param>
internal readonly record struct CellOutcome(Reply Reply, bool HasRow, ReplyCell? Cell);
