using System.Text;
using SynthData.Diagnostics;
using SynthData.Sources.Model.Journals;
using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Journals;

/// <summary>Journals that a crash cut or a disk spoilt, byte by byte.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private const string Model = "openai/test";
    private readonly TemporaryFolder folder = new();

    private string JournalPath => folder.At("a.journal.jsonl");

    public void Dispose() => folder.Dispose();

    /// <summary>The kinds of lines there are; each is the last once.</summary>
    public static TheoryData<string> Lasts => ["ask", "reply", "odd reply", "refusal"];

    [Theory]
    [MemberData(nameof(Lasts))]
    public async Task Cut_at_any_byte_of_its_last_record_it_loses_that_record_only(string last)
    {
        byte[] whole = await WriteAsync(last);
        int start = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        string[] before = Held(whole[..start]);
        string[] all = Held(whole);
        Assert.Equal(before.Length + 1, all.Length);

        for (int length = start; length <= whole.Length; length++)
        {
            bool isWhole = length >= whole.Length - 1;              // only the line break is missing, or nothing
            File.WriteAllBytes(JournalPath, whole[..length]);
            using (Journal journal = Journal.Open(JournalPath))
            {
                Assert.Equal(length == start || isWhole ? [] : ["SD5905"], journal.Warnings.Select(warning => warning.Code));
                Assert.Equal(isWhole || last != "reply" ? "{\"rows\":[]}" : null, journal.Find("call-1")?.Text);
                Assert.Equal(isWhole || last != "refusal", journal.IsRefused(Model, "seed"));
                await journal.AppendReplyAsync("later", new Reply("later", ReplyEnd.Whole, "stop", 1, 1));
            }

            using (Journal again = Journal.Open(JournalPath))
            {
                Assert.Empty(again.Warnings);
                Assert.Equal("later", again.Find("later")!.Text);
            }

            Assert.Equal(isWhole ? whole : whole[..start], File.ReadAllBytes(JournalPath)[..(isWhole ? whole.Length : start)]);
        }
    }

    [Theory]
    [MemberData(nameof(Lasts))]
    public async Task A_replay_reads_what_is_whole_and_leaves_the_torn_line_alone(string last)
    {
        byte[] whole = await WriteAsync(last);
        File.WriteAllBytes(JournalPath, whole[..^9]);

        using (Journal journal = Journal.Open(JournalPath, isReadOnly: true))
            Assert.Equal("SD5905", Assert.Single(journal.Warnings).Code);

        Assert.Equal(whole[..^9], File.ReadAllBytes(JournalPath));
    }

    [Theory]
    [MemberData(nameof(Lasts))]
    public async Task A_flipped_bit_in_any_byte_of_any_line_is_told_with_the_line(string last)
    {
        byte[] whole = await WriteAsync(last);
        var chance = new Random(1);                                     // which bit is flipped, the same in every run
        int line = 1;
        for (int place = 0; place < whole.Length - 1; place++)          // without the last line break it would be a torn line
        {
            byte[] spoilt = [.. whole];
            spoilt[place] ^= (byte)(1 << chance.Next(8));
            File.WriteAllBytes(JournalPath, spoilt);

            GenerationException exception = Assert.Throws<GenerationException>(() => Journal.Open(JournalPath));

            Assert.Equal("SD5901", exception.Diagnostic.Code);
            Assert.Contains($"Line {line} of the journal", exception.Message, StringComparison.Ordinal);
            line += whole[place] == '\n' ? 1 : 0;
        }

        Assert.Equal(Lasts.Count, line);
    }

    [Theory]
    [MemberData(nameof(Lasts))]
    public async Task A_flipped_bit_in_a_last_line_without_its_end_costs_that_line(string last)
    {
        byte[] whole = await WriteAsync(last);
        int start = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (int place = start + JournalLine.Head.Length; place < whole.Length - 1; place++)
        {
            byte[] spoilt = whole[..^1];
            spoilt[place] ^= 0x80;
            File.WriteAllBytes(JournalPath, spoilt);

            using (Journal journal = Journal.Open(JournalPath))
                Assert.Equal("SD5905", Assert.Single(journal.Warnings).Code);

            Assert.Equal(whole[..start], File.ReadAllBytes(JournalPath));
        }
    }

    [Theory]
    [InlineData("notes of mine, one line without an end")]
    [InlineData("{\"id\":7}")]
    [InlineData("\n")]
    public void A_file_of_another_kind_is_refused_and_left_as_it_is(string text)
    {
        File.WriteAllText(JournalPath, text);
        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(JournalPath);

        Assert.Equal("SD5901", Assert.Throws<GenerationException>(() => Journal.Open(JournalPath)).Diagnostic.Code);

        Assert.Equal(text, File.ReadAllText(JournalPath));
        Assert.Equal(mode, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(JournalPath));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public async Task A_hole_that_a_power_cut_left_at_the_end_is_a_torn_line(int zeros)
    {
        byte[] whole = await WriteAsync("reply");
        File.WriteAllBytes(JournalPath, [.. whole, .. new byte[zeros]]);

        using (Journal journal = Journal.Open(JournalPath))
            Assert.Equal("SD5905", Assert.Single(journal.Warnings).Code);

        Assert.Equal(whole, File.ReadAllBytes(JournalPath));
    }

    [Fact]
    public async Task Cut_anywhere_it_opens_with_every_record_before_the_cut()
    {
        byte[] whole = await WriteAsync("reply");
        for (int length = 0; length <= whole.Length; length++)
        {
            int end = Array.LastIndexOf(whole, (byte)'\n', Math.Max(0, length - 1), Math.Max(0, length)) + 1;
            bool lacksBreakOnly = length < whole.Length && whole[length] == '\n';
            File.WriteAllBytes(JournalPath, whole[..length]);

            Journal.Open(JournalPath).Dispose();

            Assert.Equal(lacksBreakOnly ? whole[..(length + 1)] : whole[..end], File.ReadAllBytes(JournalPath));
        }
    }

    [Fact]
    public async Task A_reply_read_again_and_again_is_the_same_and_in_memory_only_while_it_is_used()
    {
        await WriteAsync("reply");
        using Journal journal = Journal.Open(JournalPath);
        WeakReference first = Used(journal);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(first.IsAlive);
        Reply again = journal.Find("call-1")!;
        Assert.Same(again, journal.FindCell("cell-1")!.Reply);
        Assert.Equal([7L], again.AskedIds);
        Assert.Equal((7L, "title"), (journal.FindCell("cell-1")!.RowIndex, journal.FindCell("cell-1")!.Column));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Used(Journal journal) => new(journal.Find("call-1"));
    }

    // Four lines, one of each kind, in an order that ends with the one wanted; a reply stands after its ask unless it is the odd one.
    private async Task<byte[]> WriteAsync(string last)
    {
        File.Delete(JournalPath);
        using (Journal journal = Journal.Open(JournalPath))
        {
            foreach (string kind in Lasts.Select(row => row.Data).Where(kind => kind != last).Append(last))
            {
                if (kind == "ask")
                    journal.AppendAsk(last == "ask" ? "call-2" : "call-1", Model, "books", [new AskedCell(7, "title", 1, "cell-1")], "[\"id\",\"genre\"]\n[7,\"crimé 🚲\"]");
                else if (kind == "reply")
                    await journal.AppendReplyAsync("call-1", new Reply("{\"rows\":[]}", ReplyEnd.Whole, "stop", 10, 20));
                else if (kind == "odd reply")
                    await journal.AppendReplyAsync("call-3", new Reply("half a pair \ud83d\n\"here\"", ReplyEnd.Broken, null, 1, 2));
                else
                    journal.AppendCapability(Model, "seed");
            }
        }

        return File.ReadAllBytes(JournalPath);
    }

    private static string[] Held(byte[] bytes) => [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
