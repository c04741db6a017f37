using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model.Journals;

/// <summary>Everything that was asked and answered about one row, in order.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="RowIndex">The row.</param>
internal sealed record JournalStory(string Table, long RowIndex, ImmutableArray<StoryStep> Steps)
{
    /// <summary>Reads a row's story out of a journal, which stays as it is.</summary>
    /// <exception cref="GenerationException">SD5901 to SD5904; SD5906 where nothing is known of the row.</exception>
    public static JournalStory Read(string path, string table, long rowIndex)
    {
        using JournalFile file = JournalFile.Open(path, isReadOnly: true);
        var asks = new List<AskRecord>();
        var replies = new Dictionary<string, Reply>(StringComparer.Ordinal);
        var seen = new SortedDictionary<string, (long Least, long Greatest)>(StringComparer.Ordinal);
        foreach ((JournalRecord record, _, _) in new JournalScan(file, path).Read())
        {
            if (record is ReplyRecord reply && asks.Any(asked => asked.Key == reply.Key))
                replies.TryAdd(reply.Key, reply.Reply);
            if (record is not AskRecord ask)
                continue;
            (long least, long greatest) = seen.GetValueOrDefault(ask.Table, (long.MaxValue, long.MinValue));
            seen[ask.Table] = (Math.Min(least, ask.Cells.Min(cell => cell.RowIndex)), Math.Max(greatest, ask.Cells.Max(cell => cell.RowIndex)));
            if (ask.Table == table && ask.Cells.Any(cell => cell.RowIndex == rowIndex) && !asks.Any(earlier => earlier.Key == ask.Key))
                asks.Add(ask);
        }

        if (asks.Count == 0)
        {
            string known = string.Join(", ", seen.Select(pair => $"{pair.Key} (rows {pair.Value.Least} to {pair.Value.Greatest})"));
            throw new GenerationException(JournalDiagnostics.RowUnknown.At(null, path, rowIndex, table, known.Length == 0 ? "nothing" : known));
        }

        return new JournalStory(table, rowIndex, [.. asks.Select(ask => StoryStep.Of(ask, replies.GetValueOrDefault(ask.Key), rowIndex))]);
    }
}

/// <summary>One call that asked for the row.</summary>
/// <param name="Number">Of its record.</param>
/// <param name="Known">The row's cells that were told, by name, as JSON.</param>
/// <param name="Asked">The columns asked for, and the how-many-eth time each is.</param>
/// <param name="Wrong">What the model was told is wrong with its answer before.</param>
/// <param name="RowsAsked">Rows the call asked for in all.</param>
/// <param name="Reply">Null where no answer is kept.</param>
/// <param name="Answered">The row's cells in the answer, by column, as JSON; null where it lacks the row.</param>
internal sealed record StoryStep(
    long Number, string Model, ImmutableArray<(string Name, string Json)> Known, ImmutableArray<(string Column, int AskNumber)> Asked,
    ImmutableArray<string> Wrong, int RowsAsked, Reply? Reply, ImmutableArray<(string Name, string Json)>? Answered)
{
    public static StoryStep Of(AskRecord ask, Reply? reply, long rowIndex)
    {
        AskedCell[] cells = [.. ask.Cells.Where(cell => cell.RowIndex == rowIndex)];
        (ImmutableArray<(string, string)> known, ImmutableArray<string> wrong) = ReadLine(ask.Text, rowIndex);
        ReplyRow? row = reply?.Rows.Find(rowIndex);
        return new StoryStep(
            ask.Number, ask.Model, known, [.. cells.Select(cell => (cell.Column, cell.AskNumber))], wrong,
            ask.Cells.Select(cell => cell.RowIndex).Distinct().Count(), reply,
            row is null ? null : [.. row.Cells.Select(cell => (cell.Key, cell.Value.IsText ? Quoted(cell.Value.Text) : cell.Value.Text))]);
    }

    // The message of slots: a header of names, then an array a row whose first element is its id; what is odd in it is left out.
    private static (ImmutableArray<(string Name, string Json)> Known, ImmutableArray<string> Wrong) ReadLine(string text, long rowIndex)
    {
        string[] names = [];
        foreach (string line in text.Split('\n').Where(line => line.StartsWith('[')))
        {
            using JsonDocument? document = Parse(line);
            if (document is null)
                continue;
            JsonElement[] parts = [.. document.RootElement.EnumerateArray()];
            if (parts.Length > 0 && parts[0].ValueKind == JsonValueKind.String)
                names = [.. parts.Select(part => part.ToString())];
            if (parts.Length == 0 || parts[0].ValueKind != JsonValueKind.Number || !parts[0].TryGetInt64(out long id) || id != rowIndex)
                continue;
            return
            (
                [.. parts.Take(names.Length).Select((part, index) => (names[index], part.GetRawText())).Skip(1)],
                parts[^1].ValueKind == JsonValueKind.Object && parts[^1].TryGetProperty("wrong", out JsonElement wrong)
                    ? [.. wrong.EnumerateArray().Select(entry => entry.ToString())]
                    : []
            );
        }

        return ([], []);
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Quoted(string text) => '"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + '"';
}
