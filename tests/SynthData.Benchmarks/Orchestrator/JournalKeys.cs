using System.Text.Json;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>The asks and replies of a journal by their keys, in its order.</summary>
internal sealed class JournalKeys
{
    private readonly List<(bool IsReply, string Key)> records = [];

    /// <summary>Reads a journal that nobody writes; a torn last line is none.</summary>
    public static JournalKeys Read(string path)
    {
        var keys = new JournalKeys();
        if (!File.Exists(path))
            return keys;
        string text = File.ReadAllText(path);
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string kind = document.RootElement.GetProperty("kind").GetString()!;
            if (kind is "ask" or "reply")
                keys.records.Add((kind == "reply", document.RootElement.GetProperty("key").GetString()!));
        }

        return keys;
    }

    /// <summary>Replies that stand there whole.</summary>
    public int Replies => records.Count(record => record.IsReply);

    /// <summary>Asks without a reply: lost with the process that made them.</summary>
    public int Unanswered => records.Count(record => !record.IsReply) - Replies;

    /// <summary>Asks for what a reply was there for.</summary>
    public int AskedAgain
    {
        get
        {
            int again = 0;
            var answered = new HashSet<string>(StringComparer.Ordinal);
            foreach ((bool isReply, string key) in records)
            {
                if (isReply)
                    answered.Add(key);
                else if (answered.Contains(key))
                    again++;
            }

            return again;
        }
    }
}
