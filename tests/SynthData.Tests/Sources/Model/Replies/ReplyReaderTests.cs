using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Replies;

public class ReplyReaderTests
{
    [Theory]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":"y"}]}""", "1x 2y")]
    [InlineData("""[{"id":1,"a":"x"},{"id":2,"a":"y"}]""", "1x 2y")]
    [InlineData("{\"id\":1,\"a\":\"x\"}\n{\"id\":2,\"a\":\"y\"}\n", "1x 2y")]
    [InlineData("{\"id\":1,\"a\":\"x\"},{\"id\":2,\"a\":\"y\"},", "1x 2y")]
    [InlineData("Of course [see {below}]:\n```json\n{\"rows\":[{\"id\":1,\"a\":\"x\"}]}\n```\nDone {now}.", "1x")]
    [InlineData("""{"result":{"rows":[{"id":1,"a":"x"}]}}""", "1x")]
    [InlineData("""{"rows":[{"a":"x","id":1},{"id":"2","a":"y"}]}""", "1x 2y")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":"y""", "1x")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":{"id":3,"a":"z"},"b""", "1x")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":oops},{"id":3,"a":"z"}]}""", "1x 3z")]
    [InlineData("""{"rows":[{"id":1,"a":"say {\"id\":9,\"a\":\"no\"} aloud"}""", "1say {\"id\":9,\"a\":\"no\"} aloud")]
    [InlineData("""{"rows":[{"id":1,"a":"x","a":"y"}]}""", "1-")]
    [InlineData("""{"rows":[{"id":1.5,"a":"x"},{"a":"y"},7,null]}""", "")]
    [InlineData("I cannot do that.", "")]
    [InlineData("", "")]
    public void Finds_the_whole_rows(string text, string expected)
    {
        ReplyRows rows = ReplyReader.Read(text);

        Assert.Equal(expected, string.Join(' ', rows.Rows.Select(row => row.Id + (row.Cells.TryGetValue("a", out ReplyCell cell) ? cell.Text : "-"))));
    }

    [Fact]
    public void Finds_every_whole_row_wherever_the_text_is_cut()
    {
        const string text = """{"rows":[{"id":1,"a":"é\n"},{"id":2,"a":[1,{"id":8}]},{"id":3,"a":"z"}]}""";
        int[] ends = [.. Enumerable.Range(0, text.Length).Where(index => text[..index].EndsWith('}')).Where(index => text[..index].Count(c => c == '{') - 1 == text[..index].Count(c => c == '}'))];

        for (int length = 0; length <= text.Length; length++)
            Assert.Equal(Math.Min(3, ends.Count(end => end <= length)), ReplyReader.Read(text[..length]).Rows.Length);
    }

    [Fact]
    public void Reads_a_megabyte_of_brackets_in_no_time()
    {
        Assert.Empty(ReplyReader.Read(new string('[', 1 << 20)).Rows);
        Assert.Empty(ReplyReader.Read(string.Concat(Enumerable.Repeat("{\"a\":", 1 << 18))).Rows);
    }
}
