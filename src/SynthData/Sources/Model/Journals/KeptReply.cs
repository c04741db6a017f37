using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>Where a reply and its ask stand in a journal. Their texts are read when they are used, and kept only as long as somebody uses them.</summary>
/// <param name="reply">The line of the reply.</param>
/// <param name="ask">The line of the ask it answers; null where the journal lacks it.</param>
internal sealed class KeptReply(JournalPlace reply, JournalPlace? ask)
{
    private WeakReference<AskedReply>? used;

    /// <summary>Reads the reply, or takes it from whoever uses it. Not thread-safe.</summary>
    /// <exception cref="GenerationException">SD5904.</exception>
    public AskedReply Read(JournalFile file)
    {
        if (used is not null && used.TryGetTarget(out AskedReply? known))
            return known;
        ImmutableArray<AskedCell> cells = ask is { } place ? file.ReadRecord<AskRecord>(place).Cells : [];
        Reply came = file.ReadRecord<ReplyRecord>(reply).Reply with { AskedIds = [.. cells.Select(cell => cell.RowIndex)] };
        var asked = new AskedReply(came, cells);
        used = new WeakReference<AskedReply>(asked);
        return asked;
    }
}

/// <summary>A reply with the cells its call asked for.</summary>
internal sealed record AskedReply(Reply Reply, ImmutableArray<AskedCell> Cells);
