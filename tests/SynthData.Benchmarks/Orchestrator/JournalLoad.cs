using System.Diagnostics;
using System.Globalization;
using System.Text;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Replies;

namespace SynthData.Benchmarks.Orchestrator;

/// <summary>Opens a journal with many replies: what that takes in time and memory, and what finding every cell in it takes.</summary>
internal static class JournalLoad
{
    private const int RowsPerCall = 16;
    private static readonly string[] Columns = ["title", "body"];

    public static Task<IReadOnlyList<Figure>> MeasureAsync(OrchestratorOptions options, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("synthdata-journal").FullName;
        try
        {
            return Task.FromResult(Measure(Path.Combine(folder, "long.journal.jsonl"), options.Replies, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Figure> Measure(string path, int replies, CancellationToken cancellationToken)
    {
        Write(path, replies, cancellationToken);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();
        using Journal journal = Journal.Open(path);
        TimeSpan opened = Stopwatch.GetElapsedTime(start);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;

        start = Stopwatch.GetTimestamp();
        int missing = 0;
        for (int call = 0; call < replies; call++)
            missing += Cells(call).Count(cell => journal.FindCell(cell.Key) is not { } found || found.RowIndex != cell.RowIndex || found.Reply.Rows.Find(cell.RowIndex) is null);
        TimeSpan found = Stopwatch.GetElapsedTime(start);
        long after = GC.GetTotalMemory(forceFullCollection: true) - before;
        return
        [
            new Figure("Replies, cells, MB of the file", string.Create(CultureInfo.InvariantCulture, $"{replies}, {replies * RowsPerCall * Columns.Length}, {new FileInfo(path).Length / 1e6:0}")),
            new Figure("Seconds to open, to find every cell", string.Create(CultureInfo.InvariantCulture, $"{opened.TotalSeconds:0.0}, {found.TotalSeconds:0.0}")),
            Figure.AtMost("MB held once it is open", held / 1e6, 300, "0"),
            Figure.AtMost("MB held when every cell was found", after / 1e6, 300, "0"),
            Figure.AtMost("Cells not found", missing, 0, "0"),
        ];
    }

    private static void Write(string path, int replies, CancellationToken cancellationToken)
    {
        using FileStream file = File.Create(path);
        for (int call = 0; call < replies; call++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AskedCell[] cells = [.. Cells(call)];
            var asks = new StringBuilder("[\"id\",\"category\",\"stars\"]\n");
            var rows = new StringBuilder("{\"rows\":[");
            foreach (long row in cells.Select(cell => cell.RowIndex).Distinct())
            {
                asks.Append(CultureInfo.InvariantCulture, $"[{row},\"rucksack\",{row % 5}]\n");
                rows.Append(rows[^1] == '}' ? "," : "").Append(CultureInfo.InvariantCulture, $"{{\"id\":{row},\"title\":\"A headline for review number {row}\",\"body\":\"Two sentences about it that say how it was on the way and whether it was worth its money. Number {row}.\"}}");
            }

            string key = Key("call", call, "");
            file.Write(JournalLine.Write(new AskRecord((2 * call) + 1, key, "openai/simulated", "reviews", [.. cells], asks.ToString())));
            file.Write(JournalLine.Write(new ReplyRecord((2 * call) + 2, key, new Reply(rows.Append("]}").ToString(), ReplyEnd.Whole, "stop", 600, 700))));
        }
    }

    private static IEnumerable<AskedCell> Cells(int call) =>
        from row in Enumerable.Range(call * RowsPerCall, RowsPerCall)
        from column in Columns
        select new AskedCell(row, column, 1, Key("cell", row, column));

    private static string Key(string kind, long number, string column) => KeyHash.OfCall(kind, column, number.ToString(CultureInfo.InvariantCulture), "", []);
}
